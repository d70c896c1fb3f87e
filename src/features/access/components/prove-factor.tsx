"use client";

import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/button";
import { Disclosure } from "@/components/disclosure";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useUiWords } from "@/components/ui-words";
import { ProveByCode } from "./prove-by-code";
import { ProveByPasskey } from "./prove-by-passkey";
import type { ProveFactorProps } from "./prove-types";
import type { FactorKind } from "./prove-words";

/** The second factor, at login and for step-up (R13, S11): by code or passkey, and the other ways below. */
export function ProveFactor<Value>(props: ProveFactorProps<Value>) {
  const { words, switchTo, onRefused, onFactor } = props;
  const ui = useUiWords();
  const [proving, setProving] = useState(props.proving);
  const [pending, setPending] = useState<FactorKind | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const leadId = useId();
  const control = useRef<HTMLDivElement>(null);
  const { factor } = proving;
  useEffect(() => {
    // Straight to where the proof is given; what is asked describes it, so that it is read out with it.
    control.current?.querySelector<HTMLElement>("input, button")?.focus();
    onFactor?.(factor);
  }, [factor, onFactor]);

  async function change(factor: FactorKind) {
    if (pending) return;
    setPending(factor);
    setFailure(null);
    const answer = await switchTo(factor);
    setPending(null);
    if (answer.ok) setProving(answer.value);
    else if (!onRefused(answer)) setFailure(answer.message || ui.offline);
  }

  const leads = {
    sms: words.smsLead.replace("{hint}", (proving.hint ?? "").replace(/\D/g, "")),
    totp: words.totpLead,
    passkey: words.passkeyLead,
    recovery_code: words.recoveryLead,
  };
  const others = proving.factors.filter((other) => other !== factor);
  return (
    <Stack gap={6}>
      <p aria-live="polite" className="text-lg text-muted" id={leadId}>
        {leads[factor]}
      </p>
      <div ref={control}>
        {factor === "passkey" ? (
          <ProveByPasskey {...props} leadId={leadId} />
        ) : (
          <ProveByCode {...props} key={factor} leadId={leadId} proving={proving} />
        )}
      </div>
      {others.length > 0 && (
        <Disclosure summary={words.otherWay}>
          <ul aria-label={words.otherWays} className="flex flex-col gap-2">
            {others.map((other) => (
              <li key={other}>
                <Button
                  kind="secondary"
                  onClick={() => change(other)}
                  pending={pending === other}
                  wide
                >
                  {words.kinds[other]}
                </Button>
              </li>
            ))}
          </ul>
          {failure && (
            <div className="mt-3">
              <Notice live tone="notice">
                {failure}
              </Notice>
            </div>
          )}
        </Disclosure>
      )}
    </Stack>
  );
}
