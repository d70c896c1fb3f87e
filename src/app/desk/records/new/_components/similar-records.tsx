import Link from "next/link";
import { Checkbox } from "@/components/choices";
import { Card, Stack } from "@/components/layout";
import { shortDate } from "@/lib/short-day";
import type records from "../../../../../../messages/en/records.json";

export type SimilarRecord = {
  id: string;
  name: string;
  /** YYYY-MM-DD */
  dateOfBirth: string;
  isArchived: boolean;
};

type SimilarRecordsProps = {
  /** Of the field that says somebody looked. */
  name: string;
  records: readonly SimilarRecord[];
  words: (typeof records)["new"];
};

/** Who is on the list already and may be meant; each opens beside the form, which stays as it is. */
export function SimilarRecords({ name, records, words }: SimilarRecordsProps) {
  return (
    <Card>
      <Stack gap={4}>
        <div>
          <h2 className="font-semibold text-lg">{words.similarTitle}</h2>
          <p className="text-muted">{words.similar}</p>
        </div>
        <ul className="-mx-2 flex flex-col">
          {records.map(({ id, name: whose, dateOfBirth, isArchived }) => (
            <li key={id}>
              <Link
                className="link flex min-h-11 flex-wrap items-center gap-x-3 rounded-control px-2"
                href={`/desk/records/${id}`}
                prefetch={false}
                target="_blank"
              >
                <span className="wrap-anywhere font-semibold">{whose}</span>
                <span className="text-muted tabular-nums">
                  {shortDate(dateOfBirth)}
                  {isArchived && `, ${words.archived}`}
                </span>
              </Link>
            </li>
          ))}
        </ul>
        <Checkbox label={words.anyway} name={name} />
      </Stack>
    </Card>
  );
}
