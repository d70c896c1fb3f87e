"use client";

import { Fingerprint, Smartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Notice } from "@/components/notice";
import { useUiWords } from "@/components/ui-words";
import { postJson } from "@/lib/api-client";
import { AuthenticatorForm, type AuthenticatorOffer } from "./authenticator-form";
import type { FactorWords } from "./factor-words";
import { PasskeyForm } from "./passkey-form";

type Adding = { kind: "totp"; offer: AuthenticatorOffer } | { kind: "passkey" } | null;
type Told = { tone: "success" | "danger"; text: string } | null;

/** `device`: this browser and system, as a name for a passkey kept here. */
type AddFactorProps = { device: string | null; words: FactorWords };

/** Adds an authenticator app or a passkey (R13). A fresh factor is asked for first (S11). */
export function AddFactor({ device, words }: AddFactorProps) {
  const ui = useUiWords();
  const router = useRouter();
  const [adding, setAdding] = useState<Adding>(null);
  const [pending, setPending] = useState(false);
  const [told, setTold] = useState<Told>(null);

  async function addTotp() {
    setPending(true);
    setTold(null);
    const answer = await postJson<AuthenticatorOffer>("/api/account/factors/authenticators", {});
    setPending(false);
    if (answer.ok) setAdding({ kind: "totp", offer: answer.value });
    else setTold({ tone: "danger", text: answer.message || ui.offline });
  }
  const done = (text: string) => {
    setAdding(null);
    setTold({ tone: "success", text });
    router.refresh();
  };
  return (
    <div className="flex flex-col gap-4">
      {told && (
        <Notice live tone={told.tone}>
          {told.text}
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Button
          icon={<Smartphone aria-hidden="true" className="size-4.5" />}
          kind="secondary"
          onClick={addTotp}
          pending={pending}
        >
          {words.addTotp}
        </Button>
        <Button
          icon={<Fingerprint aria-hidden="true" className="size-4.5" />}
          kind="secondary"
          onClick={() => {
            setTold(null);
            setAdding({ kind: "passkey" });
          }}
        >
          {words.addPasskey}
        </Button>
      </div>
      <Dialog
        onClose={() => setAdding(null)}
        open={adding !== null}
        title={adding?.kind === "passkey" ? words["passkey.title"] : words["totp.title"]}
      >
        {adding?.kind === "totp" && (
          <AuthenticatorForm
            offer={adding.offer}
            onDone={() => done(words["totp.done"])}
            send={(code) =>
              postJson(`/api/account/factors/authenticators/${adding.offer.id}/confirm`, { code })
            }
            words={words}
          />
        )}
        {adding?.kind === "passkey" && (
          <PasskeyForm device={device} onDone={() => done(words["passkey.done"])} words={words} />
        )}
      </Dialog>
    </div>
  );
}
