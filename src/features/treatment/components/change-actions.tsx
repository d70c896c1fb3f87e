"use client";

import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { FormErrorSummary } from "@/components/form-error-summary";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
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
  /** `YYYY-MM-DD` in the practice's zone. */
  today: string;
  /** The day the present aligner went in: nothing can be earlier. */
  earliest: string | null;
  /** Marking is today's task: one press does it. Else it can be marked with its day. */
  isDue: boolean;
  words: ChangeWords;
};

const path = "/api/treatment/aligner-changes";

/** Marks the next aligner as put on, today or on an earlier day (R21). */
export function ChangeActions(props: ChangeActionsProps) {
  const { patientId, changes, today, earliest, isDue, words } = props;
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [refreshing, startRefresh] = useTransition();
  const told = useRef(false);

  async function send(body: unknown, key: string): Promise<ApiAnswer<unknown>> {
    const { changedOn } = body as { changedOn: string };
    let answer: ApiAnswer<unknown> | undefined;
    for (const [index, change] of changes.entries()) {
      const idempotencyKey = index === 0 ? key : `${key}-${index}`;
      answer = await postJson(path, { patientId, ...change, changedOn }, { idempotencyKey });
      if (!answer.ok) return answer;
    }
    return answer ?? { ok: true, status: 200, value: null };
  }

  function done() {
    told.current = true;
    setAsking(false);
    startRefresh(() => router.refresh());
  }

  useEffect(() => {
    if (refreshing || !told.current) return;
    told.current = false;
    document.getElementById(changeResultId)?.focus();
  }, [refreshing]);

  const now = useForm({ path, send, body: () => ({ changedOn: today }), onDone: done });
  const earlier = useForm({ path, send, onDone: done });
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
      <Button kind={isDue ? "quiet" : "secondary"} onClick={() => setAsking(true)} wide>
        {isDue ? words.earlier : words.already}
      </Button>
      <Dialog onClose={() => setAsking(false)} open={asking} title={words.dialogTitle}>
        <form {...earlier.props} className="flex flex-col gap-5">
          <FormErrorSummary form={earlier} />
          <TextField
            {...earlier.field("changedOn")}
            defaultValue={today}
            hint={words.dayHint}
            label={words.day}
            max={today}
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
