import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { identityIn, identityOf } from "@/db/identity";
import { fromInstant, toDay, toInstant } from "@/db/time";
import type { Outcome } from "@/domain/registration/outcome";
import {
  nextStep,
  REGISTRATION_HOURS,
  type RegistrationEvent,
  type RegistrationPath,
  type RegistrationStep,
} from "@/domain/registration/steps";
import { ok, type Result, refused } from "@/domain/result";
import { practiceCookie, type SetCookie } from "@/features/access/cookies";
import { isTokenShaped, tokenDigest } from "@/security/tokens";
import type { Services } from "@/server/services";

/** S2: one registration as its row tells it. */
export interface Registration {
  readonly id: string;
  readonly practiceId: string;
  readonly cookieDigest: Uint8Array;
  readonly path: RegistrationPath;
  readonly step: RegistrationStep;
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: Temporal.PlainDate;
  readonly email: string;
  readonly mobile: string;
  readonly outcome: Outcome;
  readonly patientId: string | null;
  /** Who registers as a guardian, on an invitation's way (R10). */
  readonly guardianId: string | null;
  readonly loginId: string | null;
  readonly loginLinkId: string | null;
  /** The records that match, where it is more than one (R5). */
  readonly candidateIds: string[];
  readonly passwordHash: string | null;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly movedAt: Temporal.Instant | null;
}

export type OwnRefusal =
  | "no_registration"
  | "registration_expired"
  | "continued_elsewhere"
  | "wrong_step";

const select = {
  id: true,
  practiceId: true,
  cookieDigest: true,
  step: true,
  firstName: true,
  lastName: true,
  dateOfBirth: true,
  email: true,
  mobile: true,
  outcome: true,
  patientId: true,
  guardianId: true,
  loginId: true,
  loginLinkId: true,
  candidateIds: true,
  passwordHash: true,
  createdAt: true,
  expiresAt: true,
  movedAt: true,
} as const;

/** The registration a browser's cookie belongs to, whatever has become of it; null when there is none. */
export async function registrationOfCookie(
  services: Pick<Services, "db">,
  cookie: string | undefined,
): Promise<Registration | null> {
  if (cookie === undefined || !isTokenShaped(cookie)) return null;
  return findRegistration(services, { cookieDigest: tokenDigest(cookie) });
}

/** A registration by its id, for who holds the token of its mail. */
export async function registrationById(
  services: Pick<Services, "db">,
  id: string,
): Promise<Registration | null> {
  return findRegistration(services, { id });
}

async function findRegistration(
  services: Pick<Services, "db">,
  where: { id: string } | { cookieDigest: Uint8Array<ArrayBuffer> },
): Promise<Registration | null> {
  const row = await identityOf(services.db).registration.findUnique({ where, select });
  if (!row) return null;
  const outcome = row.outcome as Outcome;
  return {
    ...row,
    outcome,
    path: pathOf(row.loginLinkId, outcome),
    dateOfBirth: toDay(row.dateOfBirth),
    createdAt: toInstant(row.createdAt),
    expiresAt: toInstant(row.expiresAt),
    movedAt: row.movedAt && toInstant(row.movedAt),
  };
}

function pathOf(loginLinkId: string | null, outcome: Outcome): RegistrationPath {
  if (loginLinkId === null) return "self";
  return outcome === "password_setup" ? "password_setup" : "link";
}

/** The registration of this browser, still usable, and the step that `event` leads to (S2). */
export async function ownRegistration(
  services: Services,
  cookies: ReadonlyMap<string, string>,
  event: RegistrationEvent,
): Promise<Result<{ registration: Registration; next: RegistrationStep }, OwnRefusal>> {
  const registration = await registrationOfCookie(services, cookies.get("registration"));
  if (!registration) return refused("no_registration");
  if (registration.movedAt !== null) return refused("continued_elsewhere");
  if (isOver(registration, services.now)) return refused("registration_expired");
  const next = nextStep(registration.path, registration.step, event);
  return next.ok ? ok({ registration, next: next.value }) : next;
}

/** True from its 24th hour on (S2). */
export function isOver(registration: Registration, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, registration.expiresAt) >= 0;
}

interface Change {
  readonly outcome?: Outcome;
  readonly patientId?: string | null;
  readonly candidateIds?: string[];
  readonly email?: string;
  readonly codeVerifiedAt?: Date;
  readonly passwordHash?: string | null;
  readonly emailConfirmedAt?: Date;
  readonly termsVersion?: string;
  readonly loginId?: string;
  readonly finishedAt?: Date;
}

/**
 * Moves a registration on from the step it was read at, in one guarded update: of two requests for one step, one wins
 * and the other gets false.
 */
export async function moveOn(
  tx: Tx,
  services: Services,
  { id, step }: Pick<Registration, "id" | "step">,
  next: RegistrationStep,
  change: Change = {},
): Promise<boolean> {
  const { count } = await identityIn(tx).registration.updateMany({
    where: { id, step, movedAt: null, expiresAt: { gt: fromInstant(services.now) } },
    data: { ...change, step: next },
  });
  return count === 1;
}

/** The cookie that binds a registration to a browser: until the browser closes, a day at most (S2). */
export function registrationCookie(token: string): SetCookie {
  return { name: "registration", value: token, maxAgeSeconds: REGISTRATION_HOURS * 60 * 60 };
}

/** What a browser keeps of a registration that began in it. `token` null: it has the cookie already. */
export function startedCookies(started: {
  readonly token: string | null;
  readonly practice: string;
}): SetCookie[] {
  const practice = practiceCookie(started.practice);
  return started.token === null ? [practice] : [registrationCookie(started.token), practice];
}
