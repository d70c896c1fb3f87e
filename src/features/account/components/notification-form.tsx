"use client";

import { useState } from "react";
import { Notice } from "@/components/notice";
import { useUiWords } from "@/components/ui-words";
import { postJson } from "@/lib/api-client";

type Ways = {
  mail: boolean;
  sms: boolean | null;
  push: boolean | null;
  threads: "own" | "all" | null;
};

export type NotificationLine = Ways & {
  topic: string;
  patientId: string | null;
  label: string;
  hint: string;
};

type NotificationFormProps = {
  lines: readonly NotificationLine[];
  words: Record<
    "byMail" | "byText" | "onDevice" | "allThreads" | "allThreadsHint" | "saved",
    string
  >;
};

/** What one is told by mail, by text and on devices; each tick is kept at once, and taken back when it could not be. */
export function NotificationForm({ lines, words }: NotificationFormProps) {
  const ui = useUiWords();
  const [chosen, setChosen] = useState(
    () => new Map<string, Ways>(lines.map((line) => [keyOf(line), line])),
  );
  const [told, setTold] = useState<{ tone: "success" | "danger"; text: string } | null>(null);

  async function choose(line: NotificationLine, wish: Partial<Ways>) {
    const { topic, patientId } = line;
    const before = chosen.get(keyOf(line)) ?? line;
    const set = (ways: Ways) => setChosen((others) => new Map(others).set(keyOf(line), ways));
    const { mail, sms, push, threads } = { ...before, ...wish };
    set({ mail, sms, push, threads });
    const body = {
      topic,
      mail,
      ...(sms !== null && { sms }),
      ...(push !== null && { push }),
      ...(threads !== null && { threads }),
      ...(patientId !== null && { patientId }),
    };
    const answer = await postJson("/api/account/notifications", body);
    if (!answer.ok) set(before);
    setTold(
      answer.ok
        ? { tone: "success", text: words.saved }
        : { tone: "danger", text: answer.message || ui.offline },
    );
  }

  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col divide-y divide-hairline">
        {lines.map((line) => {
          const ways = chosen.get(keyOf(line)) ?? line;
          const { mail, sms, threads } = ways;
          // A device may be turned on or off below, while this stands.
          const push = line.push === null ? null : (ways.push ?? line.push);
          const tick = { describedBy: `${keyOf(line)}-name` };
          return (
            <li className="flex items-center justify-between gap-4 py-3" key={keyOf(line)}>
              <span className="min-w-0">
                <span className="block font-semibold" id={tick.describedBy}>
                  {line.label}
                </span>
                <span className="block text-muted text-sm">{line.hint}</span>
                {threads !== null && (
                  <>
                    <Tick
                      checked={threads === "all"}
                      describedBy={`${keyOf(line)}-all`}
                      label={words.allThreads}
                      onChange={(value) => choose(line, { threads: value ? "all" : "own" })}
                    />
                    <span className="block text-muted text-sm" id={`${keyOf(line)}-all`}>
                      {words.allThreadsHint}
                    </span>
                  </>
                )}
              </span>
              <span className="flex shrink-0 flex-col sm:flex-row sm:gap-6">
                <Tick
                  {...tick}
                  checked={mail}
                  label={words.byMail}
                  onChange={(value) => choose(line, { mail: value })}
                />
                {sms !== null && (
                  <Tick
                    {...tick}
                    checked={sms}
                    label={words.byText}
                    onChange={(value) => choose(line, { sms: value })}
                  />
                )}
                {push !== null && (
                  <Tick
                    {...tick}
                    checked={push}
                    label={words.onDevice}
                    onChange={(value) => choose(line, { push: value })}
                  />
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {told && (
        <Notice live tone={told.tone}>
          {told.text}
        </Notice>
      )}
    </div>
  );
}

type TickProps = {
  describedBy: string;
  checked: boolean;
  label: string;
  onChange: (value: boolean) => void;
};

function Tick({ describedBy, checked, label, onChange }: TickProps) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        aria-describedby={describedBy}
        checked={checked}
        className="check-mark"
        onChange={(event) => onChange(event.target.checked)}
        type="checkbox"
      />
      {label}
    </label>
  );
}

function keyOf({ topic, patientId }: Pick<NotificationLine, "topic" | "patientId">): string {
  return `${topic}-${patientId ?? "own"}`;
}
