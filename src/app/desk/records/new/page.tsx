import type { Metadata } from "next";
import { BackLink } from "@/components/back-link";
import { PageTitle, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { clinicPage } from "@/features/access/page-gates";
import { recordChoices } from "@/features/records/record-choices";
import { getTranslations } from "@/lib/translations";
import { queryOf } from "../../_components/query-of";
import { NewRecord } from "./_components/new-record";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("records.new");
  return { title: words("title") };
}

type Search = Promise<Record<string, string | string[] | undefined>>;

/** A new record (R52); the name that was searched for in vain comes along. */
export default async function NewRecordPage({ searchParams }: { searchParams: Search }) {
  const { services, actor } = await clinicPage("/desk/records/new", "staff", "admin");
  const query = queryOf(await searchParams);
  const [{ isOurs, practitioners }, words, all] = await Promise.all([
    recordChoices(services, actor),
    getTranslations("records.new"),
    getTranslations("records"),
  ]);
  return (
    <div className="max-w-160">
      <Stack gap={6}>
        <BackLink href={query === "" ? "/desk" : `/desk?query=${encodeURIComponent(query)}`}>
          {words("back")}
        </BackLink>
        <PageTitle lead={words("lead")} title={words("title")} />
        {isOurs ? (
          <NewRecord practitioners={practitioners} typed={nameOf(query)} words={all.raw("new")} />
        ) : (
          <Notice title={words("pmsTitle")}>{words("pms")}</Notice>
        )}
      </Stack>
    </div>
  );
}

/** A search that looks like a name, as first and last name. */
function nameOf(query: string): { firstName: string; lastName: string } {
  const [firstName = "", ...rest] = /[\d@]/.test(query) ? [] : query.split(/\s+/);
  return { firstName, lastName: rest.join(" ") };
}
