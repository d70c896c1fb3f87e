"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { type ApiAnswer, getJson, newIdempotencyKey, postJson } from "@/lib/api-client";
import { fillIn } from "@/lib/fill-in";
import { formatDayTime } from "@/lib/format-time";
import type { MovePlan } from "../schema";

type VisitStepsProps = {
  listId: string;
  appointmentId: string;
  canAsk: boolean;
  isReached: boolean;
  language: string;
  words: Record<
    | "suggest"
    | "suggestLabel"
    | "moveTo"
    | "noTime"
    | "askOne"
    | "askLabel"
    | "asked"
    | "unreachable"
    | "reached"
    | "reachedLabel"
    | "notReached"
    | "notReachedLabel"
    | "moved"
    | "failed",
    string
  >;
};

type Suggestion = { version: number; startsAt: string | null; timeZone: string };

/** What one press does for a visit in the way: suggest and move, ask by mail, note a call. */
export function VisitSteps(props: VisitStepsProps) {
  const { listId, appointmentId, canAsk, isReached, language, words } = props;
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  const [told, setTold] = useState("");
  const [found, setFound] = useState<Suggestion | null>(null);
  const list = `/api/disruptions/${listId}`;

  async function run<Value>(
    name: string,
    send: () => Promise<ApiAnswer<Value>>,
    done: (value: Value) => string,
  ) {
    if (busy !== null) return;
    setBusy(name);
    setTold("");
    const answer = await send();
    setTold(answer.ok ? done(answer.value) : answer.message);
    setBusy(null);
  }
  const post = <Value,>(path: string, body: unknown) =>
    postJson<Value>(`${list}/${path}`, body, { idempotencyKey: newIdempotencyKey() });

  const suggest = () =>
    run(
      "suggest",
      () => getJson<MovePlan>(`${list}/plan?appointmentId=${appointmentId}`),
      ({ items, timeZone }) => {
        const own = items.find((item) => item.appointmentId === appointmentId);
        setFound(own ? { ...own, timeZone } : null);
        return own?.startsAt ? "" : words.noTime;
      },
    );
  const move = ({ version, startsAt }: Suggestion) =>
    run(
      "move",
      () => post<{ moved: number }>("moves", { moves: [{ appointmentId, version, startsAt }] }),
      ({ moved }) => {
        setFound(null);
        router.refresh();
        return moved > 0 ? words.moved : words.failed;
      },
    );
  const ask = () =>
    run(
      "ask",
      () =>
        post<{ asked: number; unreachable: number }>("ask", { appointmentIds: [appointmentId] }),
      ({ unreachable }) => {
        router.refresh();
        return unreachable > 0 ? words.unreachable : words.asked;
      },
    );
  const note = () =>
    run(
      "note",
      () => post("called", { appointmentId, reached: !isReached }),
      () => {
        router.refresh();
        return "";
      },
    );
  const step = (name: string, text: string, label: string, onClick: () => void) => (
    <Button
      aria-label={label}
      kind={name === "note" ? "quiet" : "secondary"}
      onClick={onClick}
      pending={busy === name}
      small
    >
      {text}
    </Button>
  );
  return (
    <>
      {found?.startsAt ? (
        <Button onClick={() => move(found)} pending={busy === "move"} small>
          {fillIn(words.moveTo, {
            time: formatDayTime(found.startsAt, found.timeZone, language),
          })}
        </Button>
      ) : (
        step("suggest", words.suggest, words.suggestLabel, suggest)
      )}
      {canAsk && step("ask", words.askOne, words.askLabel, ask)}
      {isReached
        ? step("note", words.notReached, words.notReachedLabel, note)
        : step("note", words.reached, words.reachedLabel, note)}
      <p className="order-last basis-full text-sm empty:hidden" role="status">
        {told}
      </p>
    </>
  );
}
