import { Secret } from "otpauth";
import type { Temporal } from "temporal-polyfill";
import { generateLoginName } from "@/domain/access/login-name";
import { foldEmail } from "@/domain/registration/matching";
import { systemRandom } from "@/security/random";
import { seal } from "@/security/sealing";
import { at, type DemoRole, type Making, on } from "./making";

export interface Someone {
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName?: string;
  readonly dateOfBirth?: Temporal.PlainDate;
}

export interface IssuedLogin {
  readonly personId: string;
  readonly loginId: string;
  readonly loginName: string;
  readonly name: string;
}

/** What a registered person proved. */
export interface Proven {
  readonly role: DemoRole;
  readonly email: string;
  readonly mobile: string | null;
  readonly registeredAt: Temporal.Instant;
}

/** A person with a login name, as the practice issues it with the record (R12); registered when `proven`. */
export function issueLogin(
  making: Making,
  someone: Someone,
  createdAt: Temporal.Instant,
  proven?: Proven,
): IssuedLogin {
  const { rows, chance, practiceId, shared } = making;
  const personId = chance.id(createdAt);
  const loginId = chance.id(createdAt);
  const loginName = generateLoginName(someone, (name) => shared.loginNames.has(name));
  shared.loginNames.add(loginName);
  rows.add("identity.person", {
    id: personId,
    firstName: someone.firstName,
    lastName: someone.lastName,
    preferredName: someone.preferredName ?? null,
    dateOfBirth: someone.dateOfBirth ? on(someone.dateOfBirth) : null,
    createdAt: at(createdAt),
  });
  const registeredAt = proven ? at(proven.registeredAt) : null;
  const mobileProvenAt = proven?.mobile ? registeredAt : null;
  rows.add("identity.login", {
    id: loginId,
    personId,
    homePracticeId: practiceId,
    loginName,
    status: proven ? "active" : "issued",
    email: proven?.email ?? null,
    emailFolded: proven ? foldEmail(proven.email) : null,
    emailVerifiedAt: registeredAt,
    mobile: proven?.mobile ?? null,
    mobileVerifiedAt: mobileProvenAt,
    mobileUsableFromAt: mobileProvenAt,
    registeredAt,
    createdAt: at(createdAt),
  });
  if (proven && registeredAt) {
    const passwordHash = shared.passwordHashes[proven.role];
    rows.add("identity.credential", { loginId, passwordHash, changedAt: registeredAt });
    if (proven.mobile) {
      const factor = { id: chance.id(proven.registeredAt), loginId, kind: "sms" as const };
      rows.add("identity.factor", {
        ...factor,
        confirmedAt: registeredAt,
        createdAt: registeredAt,
      });
    }
  }
  return { personId, loginId, loginName, name: `${someone.firstName} ${someone.lastName}` };
}

/** An authenticator app; its secret also goes to the simulators, which show its codes. */
export function addAuthenticator(
  making: Making,
  login: IssuedLogin,
  confirmedAt: Temporal.Instant,
): void {
  const { rows, chance, shared } = making;
  const id = chance.id(confirmedAt);
  const secret = new Secret({ buffer: chance.bytes(20).buffer }).base32;
  const binding = { table: "factor", column: "sealed_secret", rowId: id };
  rows.add("identity.factor", {
    id,
    loginId: login.loginId,
    kind: "totp",
    label: "Demo authenticator",
    sealedSecret: seal(shared.sealingKeys, systemRandom, binding, secret),
    confirmedAt: at(confirmedAt),
    createdAt: at(confirmedAt),
  });
  shared.totpSecrets.set(login.loginName, secret);
}

export function addMembership(
  making: Making,
  login: IssuedLogin,
  role: DemoRole,
  createdAt: Temporal.Instant,
  patientId: string | null = null,
): void {
  making.rows.add("tenant.membership", {
    practiceId: making.practiceId,
    id: making.chance.id(createdAt),
    personId: login.personId,
    loginId: login.loginId,
    role,
    patientId,
    createdAt: at(createdAt),
  });
}

/** `åsa.oberg@…`: folded, without anything an address should not hold. */
export function mailAddress(someone: Someone, domain: string, number = 1): string {
  const part = (name: string) =>
    name
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/ø/gi, "o")
      .toLowerCase()
      .replace(/[^a-z]+/g, "-")
      .replace(/^-|-$/g, "");
  const local = `${part(someone.firstName)}.${part(someone.lastName)}`;
  return `${local}${number > 1 ? number : ""}@${domain}`;
}
