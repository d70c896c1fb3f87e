import Link from "next/link";
import { FocusOnArrival } from "@/components/focus-on-arrival";
import { Notice } from "@/components/notice";
import type { RepairedFacts } from "@/features/repairs/repaired-entry";
import { getTranslations } from "@/lib/translations";

const next: Readonly<Record<string, "linked" | "unlocked" | "dismissed" | "goesOn">> = {
  new_link: "linked",
  choose_record: "goesOn",
  unlock: "unlocked",
  dismiss: "dismissed",
};

type DoneNoticeProps = { done: RepairedFacts; isByOthers: boolean };

/** What was just repaired, and what to tell the person; the keyboard goes on from here. */
export async function DoneNotice({ done, isByOthers }: DoneNoticeProps) {
  const words = await getTranslations("repairs.done");
  const { id, name, how, patientId } = done;
  return (
    <FocusOnArrival arrived={id}>
      <Notice
        action={
          patientId && (
            <Link
              className="link inline-flex min-h-11 items-center"
              href={`/desk/records/${patientId}`}
            >
              {words("record")}
            </Link>
          )
        }
        live
        title={
          <span className="wrap-anywhere">
            {words(isByOthers ? "titleOthers" : "title", { name })}
          </span>
        }
        tone={isByOthers ? "info" : "success"}
      >
        {isByOthers && `${words("others")} `}
        {words(next[how] ?? "again")}
      </Notice>
    </FocusOnArrival>
  );
}
