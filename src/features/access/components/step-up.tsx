"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { LoadingRegion, SkeletonLines } from "@/components/skeleton";
import { useUiWords } from "@/components/ui-words";
import { type ApiFailure, postJson } from "@/lib/api-client";
import { registerStepUp } from "@/lib/step-up";
import { ProveFactor } from "./prove-factor";
import type { PasskeyRequest, Proving } from "./prove-types";
import type { FactorKind, ProveWords } from "./prove-words";

export type StepUpWords = Record<"title" | "lead" | "submit" | "cancel" | "starting", string>;

type Started = Proving & { passkey: PasskeyRequest | null };
type Asking =
  | { name: "closed" }
  | { name: "starting" }
  | { name: "proving"; proving: Started }
  | { name: "refused"; failure: ApiFailure };

/**
 * Stands ready on every signed-in page: where a route asks for a fresh factor, this dialog opens over the page, and what
 * was to be sent goes out again after it (S11).
 */
export function StepUp({ words, prove }: { words: StepUpWords; prove: ProveWords }) {
  const ui = useUiWords();
  const [asking, setAsking] = useState<Asking>({ name: "closed" });
  const waiting = useRef<((proved: boolean) => void)[]>([]);

  const finish = useCallback((proved: boolean) => {
    const told = waiting.current;
    waiting.current = [];
    setAsking({ name: "closed" });
    for (const tell of told) tell(proved);
  }, []);

  useEffect(() => {
    const takeBack = registerStepUp(
      () =>
        new Promise((resolve) => {
          waiting.current.push(resolve);
          if (waiting.current.length > 1) return;
          setAsking({ name: "starting" });
          void start().then((answer) => {
            if (waiting.current.length === 0) return;
            setAsking(
              answer.ok
                ? { name: "proving", proving: answer.value }
                : { name: "refused", failure: answer },
            );
          });
        }),
    );
    return () => {
      takeBack();
      finish(false);
    };
  }, [finish]);

  const refused = (failure: ApiFailure): true | undefined => {
    // Proved in another tab meanwhile: the session is fresh.
    if (failure.code === "login_used") finish(true);
    else if (failure.code === "locked" || failure.code === "step_up_expired")
      setAsking({ name: "refused", failure });
    else return undefined;
    return true;
  };

  const cancel = (
    <Button kind="quiet" onClick={() => finish(false)}>
      {words.cancel}
    </Button>
  );
  return (
    <Dialog onClose={() => finish(false)} open={asking.name !== "closed"} title={words.title}>
      <Stack gap={4}>
        <p>{words.lead}</p>
        {asking.name === "starting" && (
          <LoadingRegion label={words.starting}>
            <SkeletonLines lines={3} />
          </LoadingRegion>
        )}
        {asking.name === "refused" && (
          <>
            <Notice live tone="danger">
              {asking.failure.message || ui.offline}
            </Notice>
            <div>{cancel}</div>
          </>
        )}
        {asking.name === "proving" && (
          <ProveFactor
            aside={cancel}
            onDone={() => finish(true)}
            onRefused={refused}
            passkeyRequest={async () => {
              const answer = await start("passkey");
              return answer.ok ? { ...answer, value: answer.value.passkey } : answer;
            }}
            proving={asking.proving}
            resend={() => start("sms")}
            send={(proof) => postJson("/api/step-up/complete", proof)}
            submitLabel={words.submit}
            switchTo={start}
            words={prove}
          />
        )}
      </Stack>
    </Dialog>
  );
}

function start(factor?: FactorKind) {
  return postJson<Started>("/api/step-up", factor ? { factor } : {});
}
