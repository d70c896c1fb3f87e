import type { RegistrationStep } from "@/domain/registration/steps";
import type { startRefusals } from "../refusals";

/** A registration that has begun, and the browser it is bound to (S2). */
export interface Started {
  readonly step: RegistrationStep;
  /** The cookie's value; null when the browser has it already. */
  readonly token: string | null;
  /** Its practice's short name, which this browser then remembers (R12). */
  readonly practice: string;
}

export type StartRefusal = keyof typeof startRefusals;
