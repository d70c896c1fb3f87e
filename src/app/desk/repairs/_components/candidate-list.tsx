import Link from "next/link";
import type { Candidate } from "@/features/repairs/candidates";
import { shortDate } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { RepairAction } from "./repair-action";

type CandidateListProps = {
  entryId: string;
  action: "choose_record" | "correct_record";
  candidates: readonly Candidate[];
};

/** The records it may be, each with what tells it from the others and what choosing it changes (R5). */
export async function CandidateList({ entryId, action, candidates }: CandidateListProps) {
  const words = await getTranslations("repairs.plan");
  const change = ({ difference }: Candidate) => {
    if (!difference) return null;
    const detail = words(`detail.${difference.detail}`);
    const { now, becomes } = difference;
    return now === null
      ? words("becomesNew", { detail, becomes })
      : words("becomes", { detail, now, becomes });
  };
  return (
    <ul className="flex flex-col rounded-control border border-hairline">
      {candidates.map((one) => (
        <li
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-hairline border-b px-3 py-2 last:border-0"
          key={one.patientId}
        >
          <div className="min-w-0">
            <Link
              className="link wrap-anywhere inline-flex min-h-11 items-center font-semibold lg:min-h-0"
              href={`/desk/records/${one.patientId}`}
              prefetch={false}
            >
              {one.name}
            </Link>
            <p className="text-muted text-sm">
              {[shortDate(one.dateOfBirth), one.postcode, one.orthodontist]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {one.difference && <p className="wrap-anywhere">{change(one)}</p>}
          </div>
          <RepairAction
            body={{ action, patientId: one.patientId }}
            button={words(action === "choose_record" ? "choose_record_go" : "correct_record_go")}
            describes={one.name}
            entryId={entryId}
            kind={candidates.length > 1 ? "secondary" : "primary"}
          />
        </li>
      ))}
    </ul>
  );
}
