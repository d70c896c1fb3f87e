"use client";

import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/browser";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import {
  AuthenticatorForm,
  type AuthenticatorOffer,
} from "@/features/account/components/authenticator-form";
import type { FactorWords } from "@/features/account/components/factor-words";
import { type ApiAnswer, postJson } from "@/lib/api-client";
import type { SetUpWords } from "./set-up-words";

export type Completed = { recoveryCodes: string[] };

type FactorStepProps = {
  token: string;
  offer: AuthenticatorOffer;
  words: SetUpWords;
  factorWords: FactorWords;
  onDone: (codes: readonly string[]) => void;
};

/** The second step (R13): an authenticator app, or a passkey in its place. */
export function FactorStep({ token, offer, words, factorWords, onDone }: FactorStepProps) {
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function complete(proof: object): Promise<ApiAnswer<Completed>> {
    const answer = await postJson<Completed>("/api/set-ups/complete", { token, ...proof });
    if (!answer.ok && answer.code.startsWith("link_")) router.refresh();
    return answer;
  }

  async function makePasskey() {
    setPending(true);
    setFailure(null);
    const told = await passkey();
    setPending(false);
    setFailure(told);
  }

  async function passkey(): Promise<string | null> {
    type Begun = { id: string; options: PublicKeyCredentialCreationOptionsJSON };
    const begun = await postJson<Begun>("/api/set-ups/passkey", { token });
    if (!begun.ok) return begun.message || words.passkeyStopped;
    const attestation = await attestationFor(begun.value.options);
    if (!attestation) return words.passkeyStopped;
    const answer = await complete({ id: begun.value.id, attestation });
    if (!answer.ok) return answer.message || words.passkeyStopped;
    onDone(answer.value.recoveryCodes);
    return null;
  }

  return (
    <Stack gap={8}>
      <section aria-labelledby="set-up-app">
        <Stack gap={4}>
          <h2 className="font-semibold text-lg" id="set-up-app">
            {words.appHeading}
          </h2>
          <AuthenticatorForm<Completed>
            offer={offer}
            onDone={({ recoveryCodes }) => onDone(recoveryCodes)}
            send={(code) => complete({ id: offer.id, code })}
            words={factorWords}
          />
        </Stack>
      </section>
      <section aria-labelledby="set-up-passkey" className="border-hairline border-t pt-6">
        <Stack gap={4}>
          <h2 className="font-semibold text-lg" id="set-up-passkey">
            {words.passkeyHeading}
          </h2>
          <p>{words.passkeyText}</p>
          {failure && (
            <Notice live tone="danger">
              {failure}
            </Notice>
          )}
          <Button kind="secondary" onClick={makePasskey} pending={pending} wide>
            {words.passkeyGo}
          </Button>
        </Stack>
      </section>
    </Stack>
  );
}

/** Loaded only when a passkey is made; null when the person left the browser's dialog. */
async function attestationFor(
  optionsJSON: PublicKeyCredentialCreationOptionsJSON,
): Promise<unknown> {
  if (!("credentials" in navigator)) return null;
  const { startRegistration } = await import("@simplewebauthn/browser");
  try {
    return await startRegistration({ optionsJSON });
  } catch {
    // Left, timed out, or here already: the browser tells no more.
    return null;
  }
}
