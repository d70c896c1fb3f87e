import { Baby, CalendarX2, Settings2 } from "lucide-react";
import type { ReactNode } from "react";

const icons = new Map<string, ReactNode>([
  ["guardians", <Baby aria-hidden="true" key="guardians" />],
  ["privacy", <CalendarX2 aria-hidden="true" key="privacy" />],
]);

export function sectionIcon(key: string): ReactNode {
  return icons.get(key) ?? <Settings2 aria-hidden="true" />;
}
