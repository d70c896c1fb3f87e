import { Notice } from "@/components/notice";
import { pageVisit } from "@/features/access/page-visit";
import { pickWords } from "@/lib/pick-words";
import { shortDayTime } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { ReasonDialog } from "../../../_components/reason-dialog";

type MobileWaitProps = { patientId: string; until: string; zone: string };

/** S8: a number that staff changed waits 24 hours for its first login code; an admin may waive that. */
export async function MobileWait({ patientId, until, zone }: MobileWaitProps) {
  const [{ session }, words] = await Promise.all([pageVisit(), getTranslations("records.wait")]);
  const isAdmin = session?.role === "admin";
  return (
    <Notice
      action={
        isAdmin && (
          <ReasonDialog
            path={`/api/patients/${patientId}/mobile-waiver`}
            words={pickWords(words, [
              "open",
              "dialogTitle",
              "dialogText",
              "reason",
              "go",
              "cancel",
            ])}
          />
        )
      }
      title={words("title", { time: shortDayTime(until, zone) })}
      tone="notice"
    >
      {words("text")} {!isAdmin && words("admin")}
    </Notice>
  );
}
