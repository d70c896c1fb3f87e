import { DefinitionList } from "@/components/definition-list";
import type { Candidate } from "@/features/repairs/candidates";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { RepairAction } from "./repair-action";
import { RepairConfirm } from "./repair-confirm";

type LinkOrCorrectProps = { entryId: string; candidate: Candidate; isOnly: boolean };

/** One detail differs: mostly a slip, and a link to the record's own mobile helps; correcting it comes second (R7, R8). */
export async function LinkOrCorrect({ entryId, candidate, isOnly }: LinkOrCorrectProps) {
  const words = await getTranslations("repairs.plan.correct");
  const { name, patientId, mobile, difference, isRegistered } = candidate;
  if (!difference) return null;
  const detail = words(`detail.${difference.detail}`);
  const now = difference.now ?? words("nothing");
  const isTold = isRegistered && (difference.detail === "mobile" || difference.detail === "email");
  return (
    <div className="flex w-full min-w-0 flex-col gap-3">
      <p className="wrap-anywhere">
        {words("differs", { detail, now, typed: difference.becomes })}
      </p>
      <p className="text-muted text-sm">
        {mobile === null ? words("noMobile") : words("linkTo", { mobile })}
      </p>
      <div className="flex flex-wrap items-start gap-3">
        {mobile !== null && (
          <RepairAction
            body={{ action: "new_link", deliver: "sms", patientId }}
            button={words("link")}
            describes={name}
            entryId={entryId}
            kind={isOnly ? "primary" : "secondary"}
          />
        )}
        <RepairConfirm
          body={{ action: "correct_record", patientId }}
          button={words("open")}
          describes={name}
          entryId={entryId}
          words={{ ...pickWords(words, ["go", "cancel"]), title: words("title", { name }) }}
        >
          <DefinitionList
            items={[
              { term: words("now", { detail }), detail: now },
              { term: words("becomes"), detail: difference.becomes },
            ]}
          />
          <p>{words("ask")}</p>
          {isTold && <p>{words(`limits.${difference.detail}`)}</p>}
        </RepairConfirm>
      </div>
    </div>
  );
}
