"use client";

import { createContext, type ReactNode, use, useState } from "react";

type SpentCode = {
  /** Why no code is taken now, until another one is asked for. */
  spent: string | null;
  setSpent: (why: string | null) => void;
};

const SpentCodeContext = createContext<SpentCode>({ spent: null, setSpent: () => undefined });

/** Shared by the field for the code and the button for another one, which stand apart on the page. */
export function SpentCodeProvider({ children }: { children: ReactNode }) {
  const [spent, setSpent] = useState<string | null>(null);
  return <SpentCodeContext value={{ spent, setSpent }}>{children}</SpentCodeContext>;
}

export function useSpentCode(): SpentCode {
  return use(SpentCodeContext);
}
