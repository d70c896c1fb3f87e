import Link from "next/link";
import { Notice } from "@/components/notice";
import type { RepairedFacts } from "@/features/repairs/repaired-entry";
import { getTranslations } from "@/lib/translations";

const next: Readonly<Record<string, "linked" | "unlocked" | "dismissed">> = {
  new_link: "linked",
  unlock: "unlocked",
  dismiss: "dismissed",
};

/** What was just repaired, and what to tell the person. */
export async function DoneNotice({ done }: { done: RepairedFacts }) {
  const words = await getTranslations("repairs.done");
  return (
    <Notice
      action={
        done.patientId && (
          <Link
            className="link inline-flex min-h-11 items-center"
            href={`/desk/records/${done.patientId}`}
          >
            {words("record")}
          </Link>
        )
      }
      live
      title={<span className="wrap-anywhere">{words("title", { name: done.name })}</span>}
      tone="success"
    >
      {words(next[done.how] ?? "again")}
    </Notice>
  );
}
