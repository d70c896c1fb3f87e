"use client";

import { Notice } from "@/components/notice";
import { useUiWords } from "@/components/ui-words";
import type { ApiFailure } from "@/lib/api-client";
import { fillIn } from "@/lib/fill-in";
import type { TimeConflict } from "../../schema";
import { dayTimeOf, timeOf, useDiarySpeech } from "../diary-context";
import type { DiaryWordKey } from "../diary-words";

const violationWords: Record<string, DiaryWordKey> = {
  closed: "againstClosed",
  outside_opening_hours: "againstOpeningHours",
  outside_working_hours: "againstWorkingHours",
  break: "againstBreak",
  time_off: "againstTimeOff",
};

/** Whether the desk may say "all the same". */
export const isOutsideHours = (failure: ApiFailure | null) => failure?.code === "outside_hours";

/** Why the server said no: the broken rules in words, or what takes the time. */
export function RefusalNotice({ failure }: { failure: ApiFailure | null }) {
  const speech = useDiarySpeech();
  const ui = useUiWords();
  const { words } = speech;
  if (!failure) return null;
  const violations = textsIn(failure.detail.violations).flatMap((one) => {
    const key = violationWords[one];
    return key ? [words[key]] : [];
  });
  if (violations.length > 0) {
    return (
      <Notice live tone="notice" title={violations.join(" ")}>
        {words.allTheSame}
      </Notice>
    );
  }
  const [conflict] = conflictsIn(failure.detail.conflicts);
  const known = failure.code === "offline" ? ui.offline : failure.message || ui.unexpected;
  return (
    <Notice live tone="danger" title={known}>
      {conflict &&
        fillIn(words[conflict.kind === "chair" ? "chairTaken" : "personTaken"], {
          from: dayTimeOf(speech, conflict.startsAt),
          until: timeOf(speech, conflict.endsAt),
        })}
    </Notice>
  );
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

const conflictsIn = (value: unknown): TimeConflict[] =>
  Array.isArray(value) ? (value as TimeConflict[]) : [];
