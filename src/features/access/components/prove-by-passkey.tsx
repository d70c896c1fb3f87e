"use client";

import { Fingerprint } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button";
import { Actions, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useUiWords } from "@/components/ui-words";
import type { Described, PasskeyRequest, ProveFactorProps } from "./prove-types";

/** The browser's own dialog does the asking; leaving it costs no try. */
export function ProveByPasskey<Value>(props: Described<ProveFactorProps<Value>>) {
  const { words, send, passkeyRequest, onDone, onRefused, aside, leadId } = props;
  const ui = useUiWords();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function prove() {
    setPending(true);
    setFailure(null);
    const told = await attempt();
    if (told === "done") return;
    setPending(false);
    setFailure(told);
  }

  async function attempt(): Promise<"done" | string | null> {
    if (!("credentials" in navigator)) return words.passkeyMissing;
    const request = await passkeyRequest();
    if (!request.ok) return onRefused(request) ? null : request.message || ui.offline;
    const assertion = request.value && (await assertionFor(request.value));
    if (!assertion) return words.passkeyStopped;
    const answer = await send({ assertion });
    if (!answer.ok) return onRefused(answer) ? null : answer.message || ui.offline;
    await onDone(answer.value);
    return "done";
  }

  return (
    <Stack gap={6}>
      {failure && (
        <Notice live tone="danger">
          {failure}
        </Notice>
      )}
      <Button
        aria-describedby={leadId}
        icon={<Fingerprint aria-hidden="true" className="size-5" />}
        onClick={prove}
        pending={pending}
        wide
      >
        {words.usePasskey}
      </Button>
      {aside && <Actions>{aside}</Actions>}
    </Stack>
  );
}

/** Loaded only when a passkey is used; null when the person left the browser's dialog. */
async function assertionFor(optionsJSON: PasskeyRequest): Promise<unknown> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  try {
    return await startAuthentication({ optionsJSON });
  } catch {
    // Left, timed out, or no authenticator: the browser tells no more.
    return null;
  }
}
