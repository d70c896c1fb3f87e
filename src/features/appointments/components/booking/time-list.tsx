"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Notice } from "@/components/notice";
import { OwnTime } from "@/components/own-time";
import { Spinner } from "@/components/spinner";
import type { ApiFailure } from "@/lib/api-client";
import { classNames } from "@/lib/class-names";
import { alternativesIn, type GroupedTime, groupByDay, type TimeGroup } from "./grouped-times";
import { takeHold } from "./take-hold";
import type { TimeListWords } from "./time-list-words";

export type TimeAction =
  | {
      readonly kind: "hold";
      readonly visitTypeId: string;
      readonly patientId: string;
      /** Where the confirmation stands; the hold's id is added. */
      readonly confirmHref: string;
      /** Held before, and given back once the new time is won. */
      readonly heldIds: readonly string[];
    }
  | { readonly kind: "link"; readonly confirmHref: string };

export type TimeListProps = {
  id: string;
  groups: readonly TimeGroup[];
  action: TimeAction;
  words: TimeListWords;
  zone: string;
  language: string;
  /** A refusal from the page around it, shown as one of its own. */
  lost?: ApiFailure;
};

/**
 * Free times under their headings. Choosing one holds it and goes on; where somebody was faster, the next best times
 * stand in the place of these (R30).
 */
export function TimeList(props: TimeListProps) {
  const { id, groups, action, words, zone, language } = props;
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(props.lost ?? null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) box.current?.focus();
  }, [failure]);

  async function hold(time: GroupedTime) {
    if (busy !== null || action.kind !== "hold") return;
    setBusy(keyOf(time));
    const { visitTypeId, patientId, confirmHref, heldIds } = action;
    const { startsAt, practitionerId } = time;
    const wanted = { visitTypeId, practitionerId, startsAt, patientId };
    const answer = await takeHold(wanted, heldIds);
    if (!answer.ok) {
      setBusy(null);
      setFailure(answer);
      // Held in another tab: shown above the times, each with the way to go on with it.
      if (answer.code === "too_many_holds") router.refresh();
      return;
    }
    router.push(`${confirmHref}&hold=${answer.value.id}`);
  }

  const alternatives = failure?.code === "slot_taken" ? alternativesIn(failure) : [];
  const face = (time: GroupedTime) => (
    <TimeFace language={language} ownTime={words.ownTime} time={time} zone={zone} />
  );
  const lost = alternatives.length > 0;
  const shown = lost ? groupByDay(alternatives, { zone, language }) : groups;
  const beside = shown.length > 1 && shown.every(({ times }) => times.length <= 2);
  return (
    <div className="flex flex-col gap-5">
      {failure && (
        <div ref={box} tabIndex={-1}>
          <Notice
            live
            title={failure.code === "slot_taken" ? words.takenTitle : words.failedTitle}
            tone={failure.code === "slot_taken" ? "notice" : "danger"}
          >
            {failure.code !== "slot_taken"
              ? failure.message || words.failedText
              : lost
                ? words.takenText
                : words.takenNone}
          </Notice>
        </div>
      )}
      <div className={beside ? besideLook : "flex flex-col gap-5"}>
        {shown.map((group, index) => (
          <section aria-labelledby={`${id}-${index}`} key={group.heading}>
            <h3
              className={classNames("mb-2 font-semibold text-muted", beside && "text-sm")}
              id={`${id}-${index}`}
            >
              {group.heading}
            </h3>
            <ul className="grid grid-cols-[repeat(auto-fill,minmax(6.75rem,1fr))] gap-2">
              {group.times.map((time) => (
                <li className="flex" key={keyOf(time)}>
                  {action.kind === "link" ? (
                    <Link className={look} href={linkTo(action.confirmHref, time)}>
                      {face(time)}
                    </Link>
                  ) : (
                    <button
                      aria-busy={busy === keyOf(time) || undefined}
                      aria-disabled={busy !== null || undefined}
                      className={classNames(look, busy !== null && "cursor-progress")}
                      onClick={() => void hold(time)}
                      type="button"
                    >
                      {busy === keyOf(time) ? <Spinner /> : face(time)}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

/** Days with a time or two stand beside each other. */
const besideLook =
  "grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] sm:grid-cols-3 items-end gap-x-3 gap-y-4";
const look = [
  "flex min-h-12 w-full flex-col items-center justify-center rounded-control border border-edge bg-surface px-2 py-1.5",
  "font-semibold tabular-nums transition-colors hover:border-accent hover:bg-accent-soft",
].join(" ");

type TimeFaceProps = { time: GroupedTime; zone: string; language: string; ownTime: string };

function TimeFace({ time, zone, language, ownTime }: TimeFaceProps) {
  return (
    <>
      <span>
        {time.label}
        <span className="sr-only">, {time.day}</span>
      </span>
      <OwnTime
        at={time.startsAt}
        className="text-center font-normal leading-tight"
        language={language}
        words={ownTime}
        zone={zone}
      />
      {time.detail && (
        <span className="max-w-full break-words text-center font-normal text-muted text-sm leading-tight">
          {time.detail}
        </span>
      )}
    </>
  );
}

function keyOf(time: GroupedTime): string {
  return `${time.startsAt} ${time.practitionerId}`;
}

function linkTo(href: string, { startsAt, practitionerId }: GroupedTime): string {
  const query = new URLSearchParams({ at: startsAt, by: practitionerId });
  return `${href}${href.includes("?") ? "&" : "?"}${query}`;
}
