import { Camera, CircleAlert, ClipboardCheck, type LucideIcon, MessageCircle } from "lucide-react";
import Link from "next/link";
import { getLocale } from "next-intl/server";
import { DataTable } from "@/components/data-table";
import { shortDay } from "@/lib/short-day";
import { getTranslations, type Translate } from "@/lib/translations";
import { TreatmentFlagChip } from "../../components/treatment-flag-chip";
import type { TreatmentView } from "../../schema";
import { type ListWish, listSearch } from "../list-wish";
import type { PatientLine } from "../patient-lines";

type PatientTableProps = {
  lines: readonly PatientLine[];
  zone: string;
  /** Carried along, so that the next patient is the next of this list. */
  wish: ListWish;
};

/** Patients a line each; `j` and `k` walk through them. */
export async function PatientTable(props: PatientTableProps) {
  const { lines, zone, wish } = props;
  const [words, language] = await Promise.all([getTranslations("doctor.list"), getLocale()]);
  return (
    <DataTable
      caption={words("caption")}
      columns={[
        {
          key: "name",
          header: words("name"),
          names: true,
          cell: (line) => (
            <Link
              className="-my-1 inline-flex min-h-11 flex-col justify-center lg:min-h-9"
              data-list-item=""
              href={`/doctor/patients/${line.id}?${listSearch(wish, { since: line.since })}`}
              prefetch={false}
            >
              <span className="hover:underline">{line.name}</span>
              {wish.whose === "all" && line.orthodontistName !== null && (
                <span className="font-normal text-muted text-sm">{line.orthodontistName}</span>
              )}
            </Link>
          ),
        },
        {
          key: "state",
          header: words("state"),
          cell: (line) => (
            <span className="flex flex-wrap items-center gap-2 xl:flex-nowrap">
              <TreatmentFlagChip treatment={line.treatment} />
              {marksOf(line, words).map(({ Icon, text }) => (
                <span
                  className="inline-flex items-center gap-1 whitespace-nowrap font-medium text-sm"
                  key={text}
                >
                  <Icon aria-hidden="true" className="size-4 text-accent" />
                  {text}
                </span>
              ))}
            </span>
          ),
        },
        {
          key: "worn",
          header: words("worn"),
          wideOnly: true,
          cell: (line) => (
            <span className="whitespace-nowrap">{wornText(line.treatment, words)}</span>
          ),
        },
        {
          key: "change",
          header: words("change"),
          wideOnly: true,
          cell: ({ treatment }) => {
            const on = treatment.arches
              .flatMap(({ nextChangeOn }) => nextChangeOn ?? [])
              .toSorted()[0];
            return <Day on={on} language={language} zone="UTC" />;
          },
        },
        {
          key: "visit",
          header: words("visit"),
          wideOnly: true,
          cell: ({ nextVisitAt }) =>
            nextVisitAt === null ? (
              <span className="whitespace-nowrap text-muted">{words("noVisit")}</span>
            ) : (
              <Day language={language} on={nextVisitAt} zone={zone} />
            ),
        },
        {
          key: "percent",
          header: words("percent"),
          numeric: true,
          wideOnly: true,
          cell: ({ treatment }) => (
            <span className="whitespace-nowrap">
              {treatment.phase !== "no_plan" &&
                words("percentValue", { percent: treatment.percentDone })}
            </span>
          ),
        },
      ]}
      rowKey={({ id }) => id}
      rows={lines}
    />
  );
}

/** What waits for the orthodontist besides the treatment's own state. */
function marksOf({ work }: PatientLine, words: Translate): { Icon: LucideIcon; text: string }[] {
  if (work === undefined) return [];
  const { openThreads, openProblems, since } = work;
  const marks: { Icon: LucideIcon; text: string }[] = [];
  if (openProblems > 0)
    marks.push({ Icon: CircleAlert, text: words("problems", { count: openProblems }) });
  // A reported problem has a thread of its own.
  if (openThreads > openProblems)
    marks.push({ Icon: MessageCircle, text: words("asks", { count: openThreads - openProblems }) });
  if (since.check_in !== undefined) marks.push({ Icon: Camera, text: words("checkIn") });
  if (since.approve !== undefined) marks.push({ Icon: ClipboardCheck, text: words("draft") });
  return marks;
}

type DayProps = { on: string | undefined; zone: string; language: string };

/** "Tue 24 Nov": a day in a dense table. */
function Day({ on, zone, language }: DayProps) {
  if (on === undefined) return null;
  return (
    <time className="whitespace-nowrap" dateTime={on}>
      {shortDay(on, language, { zone })}
    </time>
  );
}

/** "9 of 16", or "14 of 25 / 13 of 25" where the arches differ. */
function wornText({ arches }: TreatmentView, words: Translate) {
  const texts = arches.flatMap(({ currentStage, stagesInSeries }) =>
    currentStage === null
      ? []
      : words("wornValue", { number: currentStage.number, total: stagesInSeries }),
  );
  return [...new Set(texts)].join(" / ");
}
