"use client";

import { CalendarPlus, ChevronLeft, ChevronRight, Printer } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { Button } from "@/components/button";
import { SegmentLinks } from "@/components/segment-links";
import type { Diary } from "../schema";
import { type DiaryWish, diaryHref, stepped } from "../view/diary-address";
import { namedChairs } from "../view/diary-columns";
import { DayJump } from "./day-jump";
import { useDiarySpeech } from "./diary-context";
import { isTyping } from "./is-typing";

type DiaryToolbarProps = {
  path: string;
  wish: DiaryWish;
  today: string;
  diary: Pick<Diary, "practitioners" | "chairs" | "locations">;
  onBook: () => void;
};

const round =
  "grid size-11 place-items-center rounded-control border border-edge bg-surface hover:border-ink hover:bg-sunken lg:size-9";

/** Which days, and whose; every choice is an address, so that back, reload and links keep it. */
export function DiaryToolbar({ path, wish, today, diary, onBook }: DiaryToolbarProps) {
  const { words } = useDiarySpeech();
  const router = useRouter();
  const href = (change: Partial<DiaryWish>) => diaryHref(path, wish, change);
  const isWeek = wish.view === "week";
  const go = (change: Partial<DiaryWish>) => router.push(href(change), { scroll: false });
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]") || !keysAreOn()) return;
    const step = { p: -1, n: 1 }[event.key];
    if (step === 1 || step === -1) go({ on: stepped(wish, step) });
    else if (event.key === "t") go({ on: today });
    else if (event.key === "b") onBook();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 print:hidden">
      <div className="flex flex-wrap items-center gap-1.5">
        <Link
          aria-label={isWeek ? words.previousWeek : words.previousDay}
          className={round}
          href={href({ on: stepped(wish, -1) })}
          scroll={false}
        >
          <ChevronLeft aria-hidden="true" className="size-5 rtl:rotate-180" />
        </Link>
        <Link
          className="inline-flex min-h-11 items-center rounded-control border border-edge bg-surface px-3.5 font-semibold hover:border-ink hover:bg-sunken lg:min-h-9"
          href={href({ on: today })}
          scroll={false}
        >
          {words.today}
        </Link>
        <Link
          aria-label={isWeek ? words.nextWeek : words.nextDay}
          className={round}
          href={href({ on: stepped(wish, 1) })}
          scroll={false}
        >
          <ChevronRight aria-hidden="true" className="size-5 rtl:rotate-180" />
        </Link>
        <DayJump key={wish.on} label={words.goTo} on={wish.on} onGo={(on) => go({ on })} />
      </div>
      <SegmentLinks
        items={[
          { href: href({ view: "day" }), label: words.day, current: !isWeek },
          { href: href({ view: "week" }), label: words.week, current: isWeek },
        ]}
        label={words.viewLabel}
      />
      <select
        aria-label={words.who}
        className="control w-auto max-w-44 sm:max-w-60 lg:min-h-9 lg:py-1"
        onChange={(event) => {
          const [by, who = null] = event.target.value.split(" ");
          go({ by: by === "chair" ? "chair" : "practitioner", who });
        }}
        value={[wish.by, wish.who].filter(Boolean).join(" ")}
      >
        <optgroup label={words.byPractitioner}>
          <option value="practitioner">{words.everybody}</option>
          {diary.practitioners.map(({ id, name }) => (
            <option key={id} value={`practitioner ${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={words.byChair}>
          <option value="chair">{words.everyChair}</option>
          {namedChairs(diary).map(({ id, name }) => (
            <option key={id} value={`chair ${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
      </select>
      <div className="flex grow items-center justify-end gap-1.5">
        <button
          aria-label={words.print}
          className={`${round} hidden lg:grid`}
          onClick={() => window.print()}
          type="button"
        >
          <Printer aria-hidden="true" className="size-4.5" />
        </button>
        <Button
          icon={<CalendarPlus aria-hidden="true" className="size-4.5" />}
          className="grow sm:grow-0"
          onClick={onBook}
          small
        >
          {words.bookVisit}
        </Button>
      </div>
    </div>
  );
}

/** Single keys can be switched off with the others (components/shells/shortcuts). */
const keysAreOn = () => localStorage.getItem("archway.shortcuts") !== "off";
