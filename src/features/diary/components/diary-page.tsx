import { getLocale } from "next-intl/server";
import { Temporal } from "temporal-polyfill";
import { plainDate } from "@/domain/time/day-number";
import { practiceDays } from "@/domain/time/practice-day";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { formatDay, zoneName } from "@/lib/format-time";
import type { Search } from "@/lib/page-search";
import { pickWords } from "@/lib/pick-words";
import { shortDate, shortDay } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { onlineNews } from "../online-news";
import { patientToBook } from "../patient-to-book";
import { readDiary } from "../queries";
import { addDays } from "../view/calendar-days";
import type { AxisDay } from "../view/day-axis";
import { type DiaryWish, readWish, shownDays } from "../view/diary-address";
import { DiaryScreen } from "./diary-screen";
import { diaryWordKeys } from "./diary-words";

type DiaryPageProps = Admitted<ClinicActor> & {
  search: Search;
  path: "/desk/diary" | "/doctor/diary";
  patientPath: "/desk/records" | "/doctor/patients";
};

/** The diary that the address asks for; without a wish today, of oneself for who treats, of everybody at the desk (R36). */
export async function DiaryPage({ services, actor, search, path, patientPath }: DiaryPageProps) {
  const today = services.now.toZonedDateTimeISO(actor.zone).toPlainDate().toString();
  const usual: DiaryWish = {
    on: today,
    view: "day",
    by: "practitioner",
    who: null,
    at: null,
    patient: null,
  };
  const asked = readWish(search, usual);
  const { from, to } = shownDays(asked);
  const [read, news, patient, words, language] = await Promise.all([
    readDiary(services, actor, { from, to }),
    onlineNews(services, actor),
    asked.patient === null ? null : patientToBook(services, actor, asked.patient),
    getTranslations("diary.view"),
    getLocale(),
  ]);
  if (!read.ok || !news.ok) throw new Error("a diary of at most seven days can always be read");
  const diary = read.value;
  const me = path === "/doctor/diary" ? diary.practitioners.find(({ isMe }) => isMe) : undefined;
  const wished = readWish(search, { ...usual, who: me?.id ?? null });
  const known = wished.by === "chair" ? diary.chairs : diary.practitioners;
  const wish = known.some(({ id }) => id === wished.who) ? wished : { ...wished, who: null };
  const title =
    wish.view === "day"
      ? formatDay(wish.on, language, true)
      : `${shortDay(from, language, { weekday: false })} – ${shortDate(addDays(to, -1), language)}`;
  return (
    <DiaryScreen
      days={axisDays(actor.zone, from, to)}
      initial={diary}
      key={from + to}
      language={language}
      news={news.value}
      path={path}
      patient={patient}
      patientPath={patientPath}
      title={title}
      wish={wish}
      words={pickWords((key) => words.raw(key), diaryWordKeys)}
      zoneText={words("zone", { zone: zoneName(diary.at, actor.zone, language) })}
    />
  );
}

function axisDays(zone: string, from: string, to: string): AxisDay[] {
  const day = (on: string) => Temporal.PlainDate.from(on);
  return practiceDays(zone, day(from), day(to)).map(({ day: number, startMs, endMs, pieces }) => ({
    on: plainDate(number).toString(),
    startMs,
    endMs,
    pieces,
  }));
}
