import { CircleCheck, CircleDashed } from "lucide-react";
import { AddressText } from "@/components/address-text";
import type { Contact, RecordView } from "@/features/records/view-record";
import { shortDate, shortDateAt } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { FactList } from "../../../_components/fact-list";

/** The four details of registration, each with whether its owner has proved it, and the other ways to reach them. */
export async function ContactFacts({ record, zone }: { record: RecordView; zone: string }) {
  const words = await getTranslations("records.record");
  const nothing = <span className="text-muted">{words("nothing")}</span>;
  const verified = ({ value, verifiedAt }: Contact) =>
    value === null ? (
      nothing
    ) : (
      <span className="flex flex-wrap items-center gap-x-4 gap-y-0.5">
        <AddressText address={value} />
        {verifiedAt ? (
          <span className="inline-flex items-center gap-1.5 text-sm text-success">
            <CircleCheck aria-hidden="true" className="size-4" />
            {words("verified", { day: shortDateAt(verifiedAt, zone) })}
          </span>
        ) : (
          <span className="inline-flex items-center gap-1.5 text-muted text-sm">
            <CircleDashed aria-hidden="true" className="size-4" />
            {words("notVerified")}
          </span>
        )}
      </span>
    );
  const facts = [
    {
      term: words("name"),
      detail: (
        <span className="wrap-anywhere">
          {record.firstName} {record.lastName}
          {record.preferredName && (
            <span className="text-muted">
              {" "}
              {words("preferred", { name: record.preferredName })}
            </span>
          )}
        </span>
      ),
    },
    { term: words("dateOfBirth"), detail: shortDate(record.dateOfBirth) },
    { term: words("email"), detail: verified(record.email) },
    { term: words("mobile"), detail: verified(record.mobile) },
    ...(record.homePhone ? [{ term: words("home"), detail: record.homePhone }] : []),
    ...(record.workPhone ? [{ term: words("work"), detail: record.workPhone }] : []),
    ...(record.address.length > 0
      ? [{ term: words("address"), detail: record.address.join(", ") }]
      : []),
  ];
  return <FactList facts={facts} />;
}
