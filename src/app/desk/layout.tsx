import type { ReactNode } from "react";

export default function DeskLayout({ children }: { children: ReactNode }) {
  return children;
}
