import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Card } from "@/components/layout";
import { Pagination } from "@/components/pagination";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { PatientTable } from "@/features/treatment/components/patient-table";
import { patientLines, type WorkNeed, workList, workNeeds } from "@/features/treatment/work-list";
import { getTranslations } from "@/lib/translations";
import { NeedTiles } from "./need-tiles";

type PatientWorkProps = Admitted<ClinicActor> & {
  query: string;
  show: string;
  after: string | null;
};

/** What needs the orthodontist, counted, and the patients behind it. */
export async function PatientWork({ services, actor, query, show, after }: PatientWorkProps) {
  const words = await getTranslations("doctor");
  const need = workNeeds.find((one) => one === show);
  const isEverybody = query !== "" || show === "all";
  const [work, found] = await Promise.all([
    workList(services, actor),
    isEverybody ? patientLines(services, actor, { query, after }) : null,
  ]);
  const lines =
    found?.items ?? work.filter(({ needs }) => need === undefined || needs.includes(need));
  return (
    <>
      <NeedTiles
        current={query === "" ? (need ?? (show === "all" ? "all" : "needs")) : null}
        work={work}
      />
      {query !== "" && lines.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-4" role="status">
          {words("search.found", { count: lines.length, query })}
          <ButtonLink href="/doctor" kind="quiet" prefetch={false} small>
            {words("search.clear")}
          </ButtonLink>
        </p>
      )}
      {lines.length === 0 ? (
        <Nobody isEverybody={isEverybody} need={need} query={query} />
      ) : (
        <Card flush>
          <PatientTable
            lines={lines}
            query={isEverybody ? "" : `?show=${need ?? "needs"}`}
            showsOrthodontist={query !== ""}
            zone={actor.zone}
          />
        </Card>
      )}
      {found !== null && (found.next !== null || after !== null) && (
        <Pagination
          firstHref={after === null ? null : address(query, null)}
          nextHref={found.next === null ? null : address(query, found.next)}
        />
      )}
    </>
  );
}

type NobodyProps = { isEverybody: boolean; need: WorkNeed | undefined; query: string };

async function Nobody({ isEverybody, need, query }: NobodyProps) {
  const words = await getTranslations("doctor.empty");
  const key = query !== "" ? "found" : isEverybody ? "all" : "needs";
  const title = need === undefined ? words(`${key}Title`, { query }) : words(need);
  return (
    <div role={query === "" ? undefined : "status"}>
      <EmptyState
        action={
          (!isEverybody || query !== "") && (
            <ButtonLink href="/doctor?show=all" kind="secondary" prefetch={false}>
              {words("all")}
            </ButtonLink>
          )
        }
        title={title}
      >
        {need === undefined && words(`${key}Text`)}
      </EmptyState>
    </div>
  );
}

function address(query: string, after: string | null): string {
  const search = new URLSearchParams({ show: "all" });
  if (query !== "") search.set("q", query);
  if (after !== null) search.set("after", after);
  return `/doctor?${search}`;
}
