import { ButtonLink } from "@/components/button";
import { Card } from "@/components/layout";
import { Pagination } from "@/components/pagination";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { countCasesForYou } from "@/features/cases/list-cases";
import { lapsedLabs } from "@/features/lab-connection/queries";
import { PatientTable } from "@/features/treatment/work-list/components/patient-table";
import {
  type ListPlace,
  type ListWish,
  listSearch,
} from "@/features/treatment/work-list/list-wish";
import { patientLines } from "@/features/treatment/work-list/patient-lines";
import { workCounts, workList } from "@/features/treatment/work-list/work-list";
import { getTranslations } from "@/lib/translations";
import { ListSwitches } from "./list-switches";
import { NeedTiles } from "./need-tiles";
import { NobodyListed } from "./nobody-listed";

type PatientWorkProps = Admitted<ClinicActor> & { wish: ListWish; at: ListPlace };

/** What needs the orthodontist, counted, and the patients behind it. */
export async function PatientWork({ services, actor, wish, at }: PatientWorkProps) {
  const [words, work, cases, lapsed] = await Promise.all([
    getTranslations("doctor"),
    workList(services, actor, wish.whose),
    countCasesForYou(services, actor, { everybody: wish.whose === "all" }),
    lapsedLabs(services, actor),
  ]);
  const { items, next } = await patientLines(services, actor, wish, at, work);
  const isSearch = wish.query !== "";
  return (
    <>
      <NeedTiles cases={cases} counts={workCounts(work)} lapsed={lapsed} wish={wish} />
      {isSearch ? (
        <p className="flex flex-wrap items-center gap-x-4" role="status">
          {items.length > 0 &&
            words(next === null ? "search.found" : "search.foundMore", {
              count: items.length,
              query: wish.query,
            })}
          <ButtonLink href="/doctor" kind="quiet" prefetch={false} small>
            {words("search.clear")}
          </ButtonLink>
        </p>
      ) : (
        <ListSwitches needing={work.length} wish={wish} />
      )}
      {items.length === 0 ? (
        <NobodyListed wish={wish} />
      ) : (
        <Card flush>
          <PatientTable lines={items} wish={wish} zone={actor.zone} />
        </Card>
      )}
      <Pagination
        firstHref={at.after === null && at.since === "" ? null : `/doctor?${listSearch(wish)}`}
        nextHref={next === null ? null : `/doctor?${listSearch(wish, next)}`}
      />
    </>
  );
}
