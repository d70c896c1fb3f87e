import type { Candidate } from "@/features/repairs/candidates";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { RepairConfirm } from "./repair-confirm";

type ChooseRecordProps = { entryId: string; candidate: Candidate; facts: string };

/** R5: one of two that match; staff read once more which, and what they must have asked. */
export async function ChooseRecord({ entryId, candidate, facts }: ChooseRecordProps) {
  const words = await getTranslations("repairs.plan.choose");
  const { name, patientId, isRegistered } = candidate;
  return (
    <RepairConfirm
      body={{ action: "choose_record", patientId }}
      button={words("open")}
      describes={`${name}, ${facts}`}
      entryId={entryId}
      words={{ ...pickWords(words, ["go", "cancel"]), title: words("title", { name }) }}
    >
      <p className="wrap-anywhere font-semibold">{facts}</p>
      <p>{words("ask")}</p>
      <p>{words(isRegistered ? "registered" : "does")}</p>
    </RepairConfirm>
  );
}
