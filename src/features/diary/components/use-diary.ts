"use client";

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import {
  hearDiary,
  type LiveState,
  liveState,
  watchLiveState,
} from "@/features/messages/live/browser-events";
import { type ApiAnswer, getJson, newIdempotencyKey, postJson } from "@/lib/api-client";
import type { Diary, DiaryVisit, OnlineNews } from "../schema";

interface Versioned {
  readonly version: number;
}

export interface OpenDiary {
  /** As the server said, with what was just done here laid over it. */
  readonly diary: Diary;
  readonly news: OnlineNews;
  readonly live: LiveState;
  /** Whether the last question for what changed had no answer. */
  readonly stale: boolean;
  /** Posts a change of a visit; `shown` is what it will be, taken back where the server says no. */
  readonly change: (
    id: string,
    step: string,
    body: Versioned,
    shown?: DiaryVisit,
  ) => Promise<ApiAnswer<DiaryVisit>>;
  /** A visit as the server just answered it. */
  readonly take: (visit: DiaryVisit) => void;
  readonly reload: () => void;
  readonly seen: () => void;
}

/** The diary of some days, kept as it is on the server: every change anywhere in the practice is asked for at once (R36). */
export function useDiary(initial: Diary, initialNews: OnlineNews): OpenDiary {
  const [base, setBase] = useState(initial);
  const [news, setNews] = useState(initialNews);
  const [stale, setStale] = useState(false);
  const [settled, setSettled] = useState<ReadonlyMap<string, DiaryVisit>>(new Map());
  const [wished, setWished] = useState<ReadonlyMap<string, DiaryVisit>>(new Map());
  const { from, to } = initial;

  const asking = useRef<"no" | "once" | "again">("no");
  const latest = useRef(settled);
  latest.current = settled;
  const reload = useCallback(async () => {
    if (asking.current !== "no") {
      asking.current = "again";
      return;
    }
    do {
      asking.current = "once";
      const before = latest.current;
      const [diary, online] = await Promise.all([
        getJson<Diary>(`/api/diary?from=${from}&to=${to}`, { unattended: true }),
        getJson<OnlineNews>("/api/diary/online", { unattended: true }),
      ]);
      setStale(!diary.ok);
      if (diary.ok) {
        setBase(diary.value);
        // What was settled before the question is in its answer, or was changed again since.
        setSettled((known) => new Map([...known].filter(([id, one]) => before.get(id) !== one)));
      }
      if (online.ok) setNews(online.value);
    } while (isAgain(asking));
    asking.current = "no";
  }, [from, to]);
  useEffect(() => hearDiary(() => void reload()), [reload]);
  const live = useSyncExternalStore(watchLiveState, liveState, () => "connecting" as const);

  const take = useCallback(
    (visit: DiaryVisit) => setSettled((known) => new Map(known).set(visit.id, visit)),
    [],
  );
  const sent = useRef<{ text: string; key: string } | null>(null);
  const underWay = useRef(new Map<string, Promise<unknown>>());
  const own = useRef(new Map<string, number>());
  const change = useCallback(
    async (id: string, step: string, body: Versioned, shown?: DiaryVisit) => {
      if (shown) setWished((known) => new Map(known).set(id, shown));
      // Who goes on at once, before the answer came, goes on from what they did themselves.
      await underWay.current.get(id);
      const version = latestOwn(own.current, id, body.version);
      const text = JSON.stringify([id, step, { ...body, version }]);
      // The same once more after a lost answer is the same wish: it keeps its key.
      if (sent.current?.text !== text) sent.current = { text, key: newIdempotencyKey() };
      const { key } = sent.current;
      const path = `/api/diary/appointments/${id}/${step}`;
      const asked = postJson<DiaryVisit>(path, { ...body, version }, { idempotencyKey: key });
      underWay.current.set(id, asked);
      const answer = await asked;
      setWished((known) => (known.get(id) === shown ? without(known, id) : known));
      if (answer.ok) {
        own.current.set(`${id} ${version}`, answer.value.version);
        take(answer.value);
      }
      if (answer.ok || answer.status > 0) sent.current = null;
      return answer;
    },
    [take],
  );
  const seen = useCallback(async () => {
    const upTo = news.items[0]?.at;
    if (!upTo) return;
    setNews((known) => ({ ...known, items: [] }));
    await postJson("/api/diary/online/seen", { upTo });
  }, [news]);

  const diary = useMemo(() => overlaid(base, settled, wished), [base, settled, wished]);
  return { diary, news, live, stale, change, take, reload, seen };
}

const isAgain = (asking: { readonly current: "no" | "once" | "again" }) =>
  asking.current === "again";

/** The version that one's own changes have made of another one. */
function latestOwn(own: ReadonlyMap<string, number>, id: string, version: number): number {
  const next = own.get(`${id} ${version}`);
  return next === undefined ? version : latestOwn(own, id, next);
}

function without<Value>(known: ReadonlyMap<string, Value>, id: string) {
  const rest = new Map(known);
  rest.delete(id);
  return rest;
}

/** What was answered since the diary was read, and on top of it what is only wished for. */
function overlaid(
  base: Diary,
  settled: ReadonlyMap<string, DiaryVisit>,
  wished: ReadonlyMap<string, DiaryVisit>,
): Diary {
  const visits = new Map(base.appointments.map((visit) => [visit.id, visit]));
  for (const visit of [...settled.values(), ...wished.values()]) visits.set(visit.id, visit);
  const appointments = [...visits.values()]
    .filter(({ state }) => state !== "cancelled")
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return { ...base, appointments };
}
