"use client";

import { createContext, type ReactNode, use } from "react";
import type { UiWordKey } from "./ui-word-keys";

export type UiWords = Record<UiWordKey, string>;

const UiWordsContext = createContext<UiWords | null>(null);

/** Hands the few words that controls themselves need to everything below. */
export function UiWordsProvider({ words, children }: { words: UiWords; children: ReactNode }) {
  return <UiWordsContext value={words}>{children}</UiWordsContext>;
}

/** The words of the controls; the root layout provides them. */
export function useUiWords(): UiWords {
  const words = use(UiWordsContext);
  if (!words) throw new Error("UiWordsProvider is missing above this control");
  return words;
}
