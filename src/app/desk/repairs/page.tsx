import type { Metadata } from "next";
import { PageTitle, Stack } from "@/components/layout";
import { clinicPage } from "@/features/access/page-gates";
import { listRepairs } from "@/features/repairs/list-repairs";
import { readRepairSearch } from "@/features/repairs/repair-search";
import { repairedEntry } from "@/features/repairs/repaired-entry";
import { repairSides } from "@/features/repairs/undelivered";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";
import { AlertNotice } from "./_components/alert-notice";
import { DoneNotice } from "./_components/done-notice";
import { FailedList } from "./_components/failed-list";
import { LockedList } from "./_components/locked-list";
import { UndeliveredList } from "./_components/undelivered-list";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("repairs");
  return { title: words("metaTitle") };
}

/** R8, R14, S17: who could not get in, who is locked, what did not arrive, each with the step that helps. */
export default async function RepairsPage({ searchParams }: { searchParams: PageSearch }) {
  const [{ services, actor }, search, words] = await Promise.all([
    clinicPage("/desk/repairs", "staff", "admin"),
    searchParams,
    getTranslations("repairs"),
  ]);
  const wish = readRepairSearch(search);
  const [failed, sides, done] = await Promise.all([
    listRepairs(services, actor, wish),
    repairSides(services, actor),
    repairedEntry(services, actor, search.done),
  ]);
  return (
    <>
      <PageTitle lead={words("lead")} title={words("title")} />
      {done && <DoneNotice done={done} isByOthers={search.by === "others"} />}
      <AlertNotice locked={sides.locked} />
      <div className="grid gap-8 xl:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <FailedList entries={failed.items} next={failed.next} search={wish} zone={actor.zone} />
        <Stack gap={8}>
          <LockedList locked={sides.locked} zone={actor.zone} />
          <UndeliveredList isMore={sides.isMore} lines={sides.undelivered} zone={actor.zone} />
        </Stack>
      </div>
    </>
  );
}
