import { ArrowRight } from "lucide-react";
import { StatusChip } from "@/components/badge";
import type { SaidMovement, SaidRow } from "../movement-schema";

type PlanMovementProps = {
  said: SaidMovement;
  /** Words of `treatment.movement`. */
  words: Record<(typeof planMovementWordKeys)[number], string>;
};

export const planMovementWordKeys = ["before", "after"] as const;

/** How the dates of a plan move and why, in the patient's words: a preview before saving, an explanation after it. */
export function PlanMovement({ said, words }: PlanMovementProps) {
  return (
    <div className="flex flex-col gap-3">
      <p className="font-medium">{said.lead}</p>
      {said.rows.length > 0 && (
        <dl className="flex flex-col divide-y divide-hairline rounded-control bg-sunken px-4">
          {said.rows.map((row) => (
            <MovedRow key={row.key} row={row} words={words} />
          ))}
        </dl>
      )}
      {said.notes.map((note) => (
        <p className="text-muted" key={note}>
          {note}
        </p>
      ))}
    </div>
  );
}

const tones = { later: "notice", sooner: "success", same: "plain" } as const;

function MovedRow({ row, words }: { row: SaidRow; words: PlanMovementProps["words"] }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
      <dt className="text-muted text-sm">{row.term}</dt>
      <dd className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
        {row.before !== null && (
          <>
            <span className="font-normal text-muted">
              <span className="sr-only">{words.before} </span>
              <s>{row.before}</s>
            </span>
            <ArrowRight aria-hidden="true" className="size-4 text-muted rtl:rotate-180" />
            <span className="sr-only">{words.after} </span>
          </>
        )}
        <span>{row.after}</span>
        {row.moved !== null && <StatusChip tone={tones[row.tone]}>{row.moved}</StatusChip>}
      </dd>
    </div>
  );
}
