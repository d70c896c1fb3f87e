import { ok, type Result, refused } from "../result";

/** One of a login's memberships, ended ones too. */
export interface MembershipFact {
  readonly practiceId: string;
  readonly role: "patient" | "guardian" | "orthodontist" | "staff" | "admin";
  readonly isLive: boolean;
}

/** How much of a login goes (S23). */
export interface ErasureScope {
  /** False while the login is needed elsewhere, or here in another role: then it stays, and only what hangs on this goes. */
  readonly wholeLogin: boolean;
  /** The person goes on working at this practice: what belongs to that stays. */
  readonly worksHere: boolean;
  /** Who works or worked for a practice stays known by name: what they did there is part of its records. */
  readonly nameStays: boolean;
}

const isPatientSide = ({ role }: MembershipFact) => role === "patient" || role === "guardian";

/**
 * What ending somebody's patient side at one practice takes away. Patients and guardians alone: a login of the practice's
 * people is ended by an admin (R52). Refusal `not_found`: neither patient nor guardian there.
 */
export function decideErasure(
  memberships: readonly MembershipFact[],
  practiceId: string,
): Result<ErasureScope, "not_found"> {
  const live = memberships.filter(({ isLive }) => isLive);
  const here = live.filter((one) => one.practiceId === practiceId);
  if (!here.some(isPatientSide)) return refused("not_found");
  return ok({
    wholeLogin: live.every((one) => one.practiceId === practiceId && isPatientSide(one)),
    worksHere: here.some((one) => !isPatientSide(one)),
    nameStays: memberships.some((one) => !isPatientSide(one)),
  });
}
