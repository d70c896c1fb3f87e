import Link from "next/link";
import type { Candidate } from "@/features/repairs/candidates";
import { shortDate } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { ChooseRecord } from "./choose-record";
import { LinkOrCorrect } from "./link-or-correct";

type CandidateListProps = {
  entryId: string;
  action: "choose_record" | "link_or_correct";
  candidates: readonly Candidate[];
};

/** The records it may be, each with what tells it from the others and what may be done with it (R5, R8). */
export async function CandidateList({ entryId, action, candidates }: CandidateListProps) {
  const words = await getTranslations("repairs.plan");
  return (
    <ul className="flex flex-col rounded-control border border-hairline">
      {candidates.map((one) => {
        const facts = [
          shortDate(one.dateOfBirth),
          one.street ?? words("noStreet"),
          one.postcode,
          one.loginName === null
            ? words("noLoginName")
            : words("loginName", { loginName: one.loginName }),
          one.orthodontist,
        ]
          .filter(Boolean)
          .join(" · ");
        return (
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
              <p className="wrap-anywhere text-muted text-sm">{facts}</p>
            </div>
            {action === "choose_record" ? (
              <ChooseRecord candidate={one} entryId={entryId} facts={facts} />
            ) : (
              <LinkOrCorrect candidate={one} entryId={entryId} isOnly={candidates.length === 1} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
