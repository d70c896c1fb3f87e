import { Notice } from "@/components/notice";
import type { CaseView } from "@/features/cases/schema";
import { exactly, type Reading } from "@/features/lab-connection/components/moment";
import { ReEnable } from "@/features/lab-connection/components/re-enable";
import type { Integration } from "@/features/lab-connection/schema";
import { getTranslations } from "@/lib/translations";

type ConnectionWarningProps = { connection: Integration; shown: CaseView; reading: Reading };

/** States in which nothing more goes to the lab. */
const over = new Set([
  "completed",
  "cancelled",
  "rejected",
  "in_treatment",
  "at_practice",
  "shipped",
]);

/** At the moment a case is opened: the lab's connection needs its sign-in, or will soon (R45). */
export async function ConnectionWarning({ connection, shown, reading }: ConnectionWarningProps) {
  const { canSend, notices, name: lab, id, state } = connection;
  const [notice] = notices;
  if (over.has(shown.state) || state === "disabled" || (canSend && !notice)) return null;
  const words = await getTranslations("case.warn");
  const isHeld = shown.state === "held_for_reauthentication";
  return (
    <Notice
      title={words(canSend ? "dueTitle" : "lapsedTitle", { lab })}
      tone={canSend ? "notice" : "danger"}
    >
      <div className="flex flex-col gap-3">
        <p>
          {canSend
            ? words("due", { day: notice ? exactly(notice.dueAt, reading) : "" })
            : words(isHeld ? "held" : "lapsed", { lab })}
        </p>
        <ReEnable
          labId={id}
          look={canSend ? "secondary" : "primary"}
          returnTo={`/doctor/cases/${shown.id}`}
          words={{ button: words("reEnable"), leads: words("leads", { lab }) }}
        />
      </div>
    </Notice>
  );
}
