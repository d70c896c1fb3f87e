"use client";

import { useState } from "react";
import { Button } from "@/components/button";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import type { ApiAnswer } from "@/lib/api-client";
import { attestationFor, type PasskeyOffer } from "./attestation-for";
import { AuthenticatorForm, type AuthenticatorOffer } from "./authenticator-form";
import type { ChooseFactorWords } from "./choose-factor-words";
import type { FactorWords } from "./factor-words";

type Completed = { recoveryCodes: string[] };

type ChooseFactorProps = {
  offer: AuthenticatorOffer;
  /** Begins a passkey, or gives the one that was begun. */
  beginPasskey: () => Promise<ApiAnswer<PasskeyOffer>>;
  /** Takes the proof of either to its route. */
  complete: (proof: object) => Promise<ApiAnswer<Completed>>;
  words: ChooseFactorWords;
  factorWords: FactorWords;
  onDone: (codes: readonly string[]) => void;
};

/** The second step of who works at a practice (R13): an authenticator app, or a passkey in its place. */
export function ChooseFactor(props: ChooseFactorProps) {
  const { offer, beginPasskey, complete, words, factorWords, onDone } = props;
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function makePasskey() {
    setPending(true);
    setFailure(null);
    const told = await passkey();
    setPending(false);
    setFailure(told);
  }

  async function passkey(): Promise<string | null> {
    if (!("credentials" in navigator)) return factorWords["passkey.unable"];
    const begun = await beginPasskey();
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
      <section aria-labelledby="choose-app">
        <Stack gap={4}>
          <h2 className="font-semibold text-lg" id="choose-app">
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
      <section aria-labelledby="choose-passkey" className="border-hairline border-t pt-6">
        <Stack gap={4}>
          <h2 className="font-semibold text-lg" id="choose-passkey">
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
