import type { ReactNode } from "react";
import { Card } from "@/components/layout";

type WizardPartProps = { title: string; lead?: string; children: ReactNode };

/** One sheet of a step. */
export function WizardPart({ title, lead, children }: WizardPartProps) {
  return (
    <Card>
      <section className="flex flex-col gap-4">
        <div>
          <h3 className="font-semibold text-lg">{title}</h3>
          {lead && <p className="text-muted">{lead}</p>}
        </div>
        {children}
      </section>
    </Card>
  );
}
