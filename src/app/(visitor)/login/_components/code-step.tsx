"use client";

import { useState } from "react";
import { Button } from "@/components/button";
import type { MembershipChoice } from "@/features/access/components/membership-choice";
import { ProveFactor } from "@/features/access/components/prove-factor";
import type { PasskeyRequest, Proving } from "@/features/access/components/prove-types";
import type { FactorKind, ProveWords } from "@/features/access/components/prove-words";
import { type ApiFailure, getJson, postJson } from "@/lib/api-client";
import type { LoginWords } from "./login-words";

export type SignedIn = { url: string; memberships: readonly MembershipChoice[] };

type CodeStepProps = {
  words: LoginWords;
  prove: ProveWords;
  proving: Proving;
  onDone: (signedIn: SignedIn) => void;
  onBack: () => Promise<void>;
  onFactor: (factor: FactorKind) => void;
  onRefused: (failure: ApiFailure) => true | undefined;
};

/** The second factor (R13). */
export function CodeStep(props: CodeStepProps) {
  const { words, prove, proving, onDone, onBack, onFactor, onRefused } = props;
  const [leaving, setLeaving] = useState(false);
  return (
    <ProveFactor<SignedIn>
      aside={
        <Button
          kind="quiet"
          onClick={() => {
            setLeaving(true);
            void onBack();
          }}
          pending={leaving}
        >
          {words["code.back"]}
        </Button>
      }
      onDone={onDone}
      onFactor={onFactor}
      onRefused={onRefused}
      passkeyRequest={() => postJson<PasskeyRequest>("/api/login/passkey-options", {})}
      proving={proving}
      resend={() => postJson("/api/login/resend", {})}
      send={async (proof) => {
        const csrf = await getJson<{ csrfToken: string }>("/api/auth/csrf");
        if (!csrf.ok) return csrf;
        const { csrfToken } = csrf.value;
        return postJson("/api/auth/callback/credentials", { csrfToken, ...proof });
      }}
      submitLabel={words["code.submit"]}
      switchTo={(factor) => postJson("/api/login/factor", { factor })}
      words={prove}
    />
  );
}
