import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button, ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Card } from "@/components/layout";
import { Pagination } from "@/components/pagination";
import { clinicPage } from "@/features/access/page-gates";
import { PatientTable } from "@/features/treatment/components/patient-table";
import { patientLines, type WorkNeed, workList, workNeeds } from "@/features/treatment/work-list";
import { NeedTiles } from "./_components/need-tiles";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("doctor");
  return { title: words("title") };
}

type Search = Promise<Record<string, string | string[] | undefined>>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The orthodontist's work list: what needs them first, then everybody, then a search of the practice. */
export default async function Page({ searchParams }: { searchParams: Search }) {
  const { services, actor } = await clinicPage("/doctor", "orthodontist");
  const [search, words] = await Promise.all([searchParams, getTranslations("doctor")]);
  const query = text(search.q).slice(0, 80);
  const show = text(search.show);
  const after = uuid.test(text(search.after)) ? text(search.after) : null;
  const need = workNeeds.find((one) => one === show);
  const isEverybody = query !== "" || show === "all";
  const [work, found] = await Promise.all([
    workList(services, actor),
    isEverybody ? patientLines(services, actor, { query, after }) : null,
  ]);
  const lines =
    found?.items ?? work.filter(({ needs }) => need === undefined || needs.includes(need));
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="font-bold text-2xl">{words("title")}</h1>
        <form action="/doctor" className="flex w-full items-end gap-2 sm:w-auto">
          <label className="flex min-w-0 grow flex-col gap-1 text-muted text-sm" htmlFor="q">
            {words("search.label")}
            <input
              autoComplete="off"
              className="control text-dense text-ink sm:w-72"
              data-search=""
              defaultValue={query}
              id="q"
              maxLength={80}
              name="q"
              placeholder={words("search.hint")}
              type="search"
            />
          </label>
          <Button className="lg:min-h-11" kind="secondary" small type="submit">
            {words("search.go")}
          </Button>
        </form>
      </div>
      <NeedTiles
        current={query === "" ? (need ?? (show === "all" ? "all" : "needs")) : null}
        work={work}
      />
      {query !== "" && (
        <p className="flex flex-wrap items-center gap-x-4" role="status">
          {words("search.found", { count: lines.length, query })}
          <ButtonLink href="/doctor" kind="quiet" prefetch={false} small>
            {words("search.clear")}
          </ButtonLink>
        </p>
      )}
      <Card flush>
        <PatientTable
          empty={<Nobody isEverybody={isEverybody} need={need} query={query} />}
          lines={lines}
          query={isEverybody ? "" : `?show=${need ?? "needs"}`}
          showsOrthodontist={query !== ""}
          zone={actor.zone}
        />
      </Card>
      {found !== null && (found.next !== null || after !== null) && (
        <Pagination
          firstHref={after === null ? null : address(query, null)}
          nextHref={found.next === null ? null : address(query, found.next)}
        />
      )}
    </div>
  );
}

type NobodyProps = { isEverybody: boolean; need: WorkNeed | undefined; query: string };

async function Nobody({ isEverybody, need, query }: NobodyProps) {
  const words = await getTranslations("doctor.empty");
  const key = query !== "" ? "found" : isEverybody ? "all" : "needs";
  const title = need === undefined ? words(`${key}Title`) : words(need);
  return (
    <div className="p-4">
      <EmptyState
        action={
          !isEverybody && (
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

function text(value: string | string[] | undefined): string {
  return typeof value === "string" ? value.trim() : "";
}
