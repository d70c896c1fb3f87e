import type { ReactNode } from "react";
import { SettingsFrame } from "@/features/settings/components/settings-frame";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <SettingsFrame>{children}</SettingsFrame>;
}
