import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import type { ReactNode } from "react";
import type { ApiAnswer, ApiFailure } from "@/lib/api-client";
import type { FactorKind, ProveWords } from "./prove-words";

export type PasskeyRequest = PublicKeyCredentialRequestOptionsJSON;

export type Proving = {
  factor: FactorKind;
  factors: readonly FactorKind[];
  hint: string | null;
  resendAfterSeconds: number | null;
  /** No tries are left for the code asked for now. */
  spent?: boolean;
};

export type ProveFactorProps<Value> = {
  words: ProveWords;
  submitLabel: string;
  proving: Proving;
  /** Takes a code or an assertion to the server. */
  send: (proof: { code: string } | { assertion: unknown }) => Promise<ApiAnswer<Value>>;
  /** Goes on with another factor; a text may go out. */
  switchTo: (factor: FactorKind) => Promise<ApiAnswer<Proving>>;
  resend: () => Promise<ApiAnswer<{ resendAfterSeconds: number | null }>>;
  passkeyRequest: () => Promise<ApiAnswer<PasskeyRequest | null>>;
  onDone: (value: Value) => void | Promise<void>;
  onRefused: (failure: ApiFailure) => true | undefined;
  /** Which factor is asked for, now and after each switch; the heading above follows it. */
  onFactor?: (factor: FactorKind) => void;
  /** Beside the main button: back, or cancel. */
  aside?: ReactNode;
};

/** The words that say what is asked for describe the field or button. */
export type Described<Props> = Props & { leadId: string };
