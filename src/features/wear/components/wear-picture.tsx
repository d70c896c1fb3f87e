import { getLocale } from "next-intl/server";
import { DataTable } from "@/components/data-table";
import { Disclosure } from "@/components/disclosure";
import { shortDay } from "@/lib/short-day";
import type { Translate } from "@/lib/translations";
import { getTranslations } from "@/lib/translations";
import type { WearDayView, WearView } from "../schema";
import { amountOf } from "./amount";
import { WearBars } from "./wear-bars";
import { amountWords } from "./wear-words";

/** Four weeks of wear as a picture, with what they come to (R23). */
export async function WearPicture({ wear }: { wear: WearView }) {
  const [words, language] = await Promise.all([getTranslations("wear"), getLocale()]);
  const { days, summary, goalMinutes } = wear;
  const weeks = days.filter((_, index) => index % 7 === 0);
  const amount = amountWords(words);
  return (
    <div className="flex flex-col gap-4">
      <WearFacts words={words} wear={wear} />
      <figure className="flex flex-col gap-1.5">
        {goalMinutes !== null && (
          <figcaption className="flex items-center gap-2 text-muted text-sm">
            <svg aria-hidden="true" className="h-2 w-6 shrink-0" viewBox="0 0 24 8">
              <path
                className="stroke-ink"
                d="M1 4H23"
                strokeDasharray="3 3"
                strokeLinecap="round"
                strokeWidth="1.5"
              />
            </svg>
            {words("goal", { amount: amountOf(goalMinutes, amount) })}
          </figcaption>
        )}
        <WearBars days={days} label={pictureLabel(wear, words, language)} />
        <div aria-hidden="true" className="grid grid-cols-4 text-muted text-sm">
          {weeks.map(({ on }) => (
            <span key={on}>{shortDay(on, language, { weekday: false })}</span>
          ))}
        </div>
      </figure>
      {summary.notedDays === 0 ? (
        <p className="text-muted">{words("picture.none")}</p>
      ) : (
        <Legend words={words} />
      )}
    </div>
  );
}

function WearFacts({ wear, words }: { wear: WearView; words: Translate }) {
  const { averageMinutes, reachedDays, notedDays } = wear.summary;
  if (averageMinutes === null) return null;
  const facts = [
    { value: amountOf(averageMinutes, amountWords(words)), name: words("picture.average") },
    { value: String(reachedDays), name: words("picture.reached", { count: reachedDays }) },
    { value: String(notedDays), name: words("picture.noted", { count: notedDays }) },
  ];
  return (
    <dl className="flex justify-between gap-x-7">
      {facts.map(({ value, name }) => (
        <div className="flex min-w-0 flex-col-reverse justify-end" key={name}>
          <dt className="text-muted text-sm leading-snug">{name}</dt>
          <dd className="whitespace-nowrap font-bold text-xl">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Legend({ words }: { words: Translate }) {
  const marks = [
    { key: "legendReached", look: "h-3.5 w-2 rounded-[2px] border-accent bg-accent" },
    { key: "legendBelow", look: "h-3.5 w-2 rounded-[2px] border-accent bg-accent-soft" },
    { key: "legendNone", look: "size-2 rounded-full border-edge" },
  ] as const;
  return (
    <ul aria-hidden="true" className="flex flex-wrap gap-x-5 gap-y-1 text-muted text-sm">
      {marks.map(({ key, look }) => (
        <li className="flex items-center gap-2" key={key}>
          <span className={`border ${look}`} />
          {words(`picture.${key}`)}
        </li>
      ))}
    </ul>
  );
}

/** The picture in a sentence. */
export function pictureLabel({ days, summary }: WearView, words: Translate, language: string) {
  const { notedDays, reachedDays, averageMinutes } = summary;
  return words("picture.label", {
    from: shortDay(days[0]?.on ?? "", language),
    to: shortDay(days.at(-1)?.on ?? "", language),
    summary: words("picture.summary", {
      noted: notedDays,
      reached: reachedDays,
      average: amountOf(averageMinutes ?? 0, amountWords(words)),
    }),
  });
}

/** The picture's equal in text: every day, a line each. */
export async function WearTable({ wear }: { wear: WearView }) {
  const [words, language] = await Promise.all([getTranslations("wear"), getLocale()]);
  const amount = amountWords(words);
  const whole = (minutes: number) => (
    <span className="whitespace-nowrap">{amountOf(minutes, amount)}</span>
  );
  const worn = ({ minutes, isPaused }: WearDayView) =>
    minutes !== null ? whole(minutes) : words(isPaused ? "table.paused" : "table.none");
  return (
    <Disclosure summary={words("table.summary")}>
      <DataTable
        caption={words("table.caption")}
        columns={[
          {
            key: "day",
            header: words("table.day"),
            cell: ({ on }) => <span className="whitespace-nowrap">{shortDay(on, language)}</span>,
            names: true,
          },
          { key: "worn", header: words("table.worn"), cell: worn, numeric: true },
          {
            key: "goal",
            header: words("table.goal"),
            cell: ({ goalMinutes }) =>
              goalMinutes === null ? words("table.noGoal") : whole(goalMinutes),
            numeric: true,
          },
        ]}
        rowKey={({ on }) => on}
        rows={wear.days.toReversed()}
      />
    </Disclosure>
  );
}
