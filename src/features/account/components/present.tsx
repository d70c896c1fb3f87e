import type { ReactNode } from "react";
import { Card } from "@/components/layout";

/** What is in use now, above the form that changes it. */
export function Present({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Card>
      <p className="text-muted text-sm">{label}</p>
      <p className="wrap-anywhere font-semibold text-lg" data-present="">
        {children}
      </p>
    </Card>
  );
}
