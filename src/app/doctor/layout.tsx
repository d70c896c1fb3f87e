import type { ReactNode } from "react";

export default function DoctorLayout({ children }: { children: ReactNode }) {
  return children;
}
