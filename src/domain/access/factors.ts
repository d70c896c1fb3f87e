/** What can prove a login beside its password (R13). */
export type Factor = "passkey" | "totp" | "sms" | "recovery_code";

export interface FactorFacts {
  readonly hasPasskey: boolean;
  readonly hasTotp: boolean;
  /** A verified number that may receive codes now (S8). */
  readonly hasMobile: boolean;
  readonly hasRecoveryCodes: boolean;
  readonly worksAtPractice: boolean;
}

/**
 * What a login may use now, its first choice first (R13). The practice's people need an authenticator or a passkey:
 * without one of them nothing else counts.
 */
export function usableFactors(facts: FactorFacts): readonly Factor[] {
  const strong: Factor[] = [];
  if (facts.hasPasskey) strong.push("passkey");
  if (facts.hasTotp) strong.push("totp");
  if (facts.worksAtPractice && strong.length === 0) return [];
  if (facts.hasMobile && !facts.worksAtPractice) strong.push("sms");
  return facts.hasRecoveryCodes ? [...strong, "recovery_code"] : strong;
}
