import { DefinitionList } from "@/components/definition-list";
import type { MidlineShift, Prescription } from "@/domain/cases/prescription";
import { fillIn } from "@/lib/fill-in";
import type { PrescriptionWords } from "./wizard/wizard-words";

type PrescriptionSummaryProps = { prescription: Prescription; names: PrescriptionWords };

/** A prescription to read, as the lab gets it. */
export function PrescriptionSummary({ prescription: it, names }: PrescriptionSummaryProps) {
  const moved = ({ move, millimetres }: MidlineShift) =>
    move === "keep"
      ? names.moves.keep
      : fillIn(names.moved, { move: names.moves[move], mm: millimetres });
  return (
    <DefinitionList
      items={[
        { term: names.arches, detail: names.archesOf[it.arches] },
        { term: names.goal, detail: written(it.goal) },
        {
          term: names.teeth,
          detail:
            it.teeth.length === 0 ? (
              names.noTeeth
            ) : (
              <ul>
                {it.teeth.map(({ tooth, wishes }) => (
                  <li key={tooth}>
                    <span className="font-semibold">{tooth}</span>{" "}
                    {wishes.map((wish) => names.wishes[wish]).join(", ")}
                  </li>
                ))}
              </ul>
            ),
        },
        { term: names.midlineUpper, detail: moved(it.midline.upper) },
        { term: names.midlineLower, detail: moved(it.midline.lower) },
        { term: names.overjet, detail: names.bites[it.overjet] },
        { term: names.overbite, detail: names.bites[it.overbite] },
        { term: names.crossbite, detail: names.crossbites[it.crossbite] },
        { term: names.spaces, detail: names.spacesOf[it.spaces] },
        {
          term: names.crowding,
          detail: it.crowding.map((way) => names.ways[way]).join(", ") || names.noWay,
        },
        { term: names.ipr, detail: names.asNeeded[it.ipr] },
        { term: names.attachments, detail: names.asNeeded[it.attachments] },
        { term: names.intervalDays, detail: it.intervalDays },
        { term: names.passiveAligners, detail: it.passiveAligners },
        { term: names.notes, detail: it.notes === "" ? names.noNotes : written(it.notes) },
      ]}
    />
  );
}

const written = (words: string) => (
  <span className="whitespace-pre-line wrap-anywhere" dir="auto">
    {words}
  </span>
);
