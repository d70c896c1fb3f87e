import type { ReactNode } from "react";
import { AreaLayout } from "@/features/access/components/area-layout";

export default function DoctorLayout({ children }: { children: ReactNode }) {
  return <AreaLayout>{children}</AreaLayout>;
}
