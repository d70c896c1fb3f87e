import type { ReactNode } from "react";

export default function PatientLayout({ children }: { children: ReactNode }) {
  return children;
}
