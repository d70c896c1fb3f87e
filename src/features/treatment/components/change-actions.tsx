"use client";

import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useSyncExternalStore, useTransition } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { FormErrorSummary } from "@/components/form-error-summary";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import { isRefused, changeRoute as path, whatIsKept } from "@/domain/offline/kept-submission";
import { keepForLater, keptSubmissions, nothingKept } from "@/features/offline/kept-submissions";
import { useDayNow } from "@/features/offline/use-day-now";
import { type ApiAnswer, postJson } from "@/lib/api-client";
import { changeResultId } from "./change-result-id";

export type ChangeWords = Record<
  "did" | "earlier" | "already" | "dialogTitle" | "day" | "dayHint" | "save",
  string
>;

type ChangeActionsProps = {
  patientId: string;
  /** One entry per request: without `arch` every arch whose next stage it is. */
  changes: readonly { arch?: "upper" | "lower"; stage: number }[];
  /** `YYYY-MM-DD` in the practice's zone, when the page was made. */
  today: string;
  /** The day the present aligner went in: nothing can be earlier. */
  earliest: string | null;
  /** Marking is today's task: one press does it. Else it can be marked with its day. */
  isDue: boolean;
  words: ChangeWords;
};

const keptMark = Symbol("kept for later");

/** Marks the next aligner as put on, today or on an earlier day (R21). */
export function ChangeActions(props: ChangeActionsProps) {
  const { patientId, changes, today, earliest, isDue, words } = props;
  const router = useRouter();
  const [asking, setAsking] = useState<{ today: string } | null>(null);
  const dayNow = useDayNow(today);
  const kept = useSyncExternalStore(
    keptSubmissions.subscribe,
    keptSubmissions.now,
    () => nothingKept,
  );
  const waiting = kept.submissions.find((each) => {
    const what = whatIsKept(each);
    return (
      each.patientId === patientId &&
      !isRefused(each) &&
      what.kind === "change" &&
      changes.some(({ stage, arch = "one" }) => stage === what.stage && arch === what.arch)
    );
  });
  const waits = useRef<HTMLParagraphElement>(null);
  const [refreshing, startRefresh] = useTransition();
  const told = useRef(false);

  async function send(body: unknown, key: string): Promise<ApiAnswer<unknown>> {
    const { changedOn } = body as { changedOn: string };
    const marked = changes.map((change, index) => ({
      key: index === 0 ? key : `${key}-${index}`,
      patientId,
      route: path,
      body: { ...change, patientId, changedOn },
    }));
    let answer: ApiAnswer<unknown> | undefined;
    for (const [index, { key: idempotencyKey, body }] of marked.entries()) {
      answer = await postJson(path, body, { idempotencyKey });
      // What got no answer may have arrived: it is sent again with the same key.
      const isUnanswered = !answer.ok && answer.code === "offline";
      if (isUnanswered && (await keepForLater(marked.slice(index), Date.now())))
        return { ok: true, status: 202, value: keptMark };
      if (!answer.ok) {
        // Marked on another page meanwhile: this one shows what stands.
        if (answer.code === "already_done") startRefresh(() => router.refresh());
        return answer;
      }
    }
    return answer ?? { ok: true, status: 200, value: null };
  }

  function done(value: unknown) {
    setAsking(null);
    if (value === keptMark) return;
    told.current = true;
    startRefresh(() => router.refresh());
  }

  useEffect(() => {
    if (waiting?.isNew) waits.current?.focus();
  }, [waiting?.isNew]);

  useEffect(() => {
    if (refreshing || !told.current) return;
    told.current = false;
    document.getElementById(changeResultId)?.focus();
  }, [refreshing]);

  const now = useForm({
    path,
    send,
    body: () => ({ changedOn: dayNow(Date.now()) }),
    onDone: done,
  });
  const earlier = useForm({ path, send, onDone: done });
  if (waiting)
    return (
      <p
        className="rounded-control bg-sunken p-3 text-center font-medium"
        ref={waits}
        tabIndex={-1}
      >
        {kept.waits}
      </p>
    );
  return (
    <div className="flex flex-col gap-2">
      {isDue && (
        <form {...now.props} className="flex flex-col gap-3">
          <FormErrorSummary form={now} />
          <Button
            icon={<Check aria-hidden="true" className="size-5" />}
            pending={now.pending || refreshing}
            type="submit"
            wide
          >
            {words.did}
          </Button>
        </form>
      )}
      <Button
        kind={isDue ? "quiet" : "secondary"}
        onClick={() => setAsking({ today: dayNow(Date.now()) })}
        wide
      >
        {isDue ? words.earlier : words.already}
      </Button>
      <Dialog onClose={() => setAsking(null)} open={asking !== null} title={words.dialogTitle}>
        <form {...earlier.props} className="flex flex-col gap-5">
          <FormErrorSummary form={earlier} />
          <TextField
            {...earlier.field("changedOn")}
            defaultValue={asking?.today}
            hint={words.dayHint}
            label={words.day}
            max={asking?.today}
            required
            type="date"
            {...(earliest && { min: earliest })}
          />
          <Button pending={earlier.pending} type="submit" wide>
            {words.save}
          </Button>
        </form>
      </Dialog>
    </div>
  );
}
