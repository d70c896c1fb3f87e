import type { Factor } from "@/domain/access/factors";
import type { LockKeys } from "../lock/lock-counter";

/** Something that a second factor has to prove: a login under way (S10), or a session that steps up (S11). */
export interface FactorChallenge {
  readonly id: string;
  readonly purpose: "login" | "step_up";
  readonly factor: Factor;
  readonly keys: LockKeys;
  readonly login: {
    readonly id: string;
    readonly personId: string;
    readonly personName: string;
    readonly homePracticeId: string;
    readonly language: string;
    /** A verified number that may receive codes now (S8), or null. */
    readonly mobile: string | null;
  };
}
