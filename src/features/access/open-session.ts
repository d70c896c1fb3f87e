import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import type { Role } from "@/db/generated/enums";
import { isTokenShaped, tokenDigest } from "@/security/tokens";

/** A live session as `identity.open_session` gives it (S10). */
export interface OpenSession {
  readonly sessionId: string;
  readonly loginId: string;
  readonly personId: string;
  readonly practiceId: string;
  readonly membershipId: string;
  readonly role: Role;
  /** When the second factor was last given: step-up looks at it (S11). */
  readonly factorAt: Temporal.Instant;
  readonly idleMinutes: number;
  readonly idleUntilAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly ownPatientId: string | undefined;
  readonly guardedPatientIds: readonly string[];
  readonly personName: string;
  readonly loginName: string;
  readonly practiceShortName: string;
  readonly practiceName: string;
  readonly zone: string;
}

export interface Opened {
  /** The clock of this request, by SQL's `app_now()`. */
  readonly now: Temporal.Instant;
  readonly session: OpenSession | null;
}

interface Row {
  now_at: Date;
  session_id: string | null;
  login_id: string;
  person_id: string;
  practice_id: string;
  membership_id: string;
  role: Role;
  factor_at: Date;
  idle_minutes: number;
  idle_until_at: Date;
  expires_at: Date;
  own_patient_id: string | null;
  guarded_patient_ids: string[] | null;
  person_name: string;
  login_name: string;
  practice_short_name: string;
  practice_name: string;
  zone: string;
}

/**
 * Reads the clock and the session of a token in one round trip. `polling` requests do not extend the idle limit (R18).
 */
export async function openSession(
  db: Database,
  token: string | undefined,
  { polling }: { polling: boolean },
): Promise<Opened> {
  const digest = token !== undefined && isTokenShaped(token) ? tokenDigest(token) : null;
  const { rows } = await db.pool.query<Row>({
    name: "open-session",
    text: "select * from identity.open_session($1, $2)",
    values: [digest, !polling],
  });
  const row = rows[0];
  if (!row) throw new Error("open_session gave no row");
  return { now: instant(row.now_at), session: row.session_id === null ? null : sessionOf(row) };
}

function sessionOf(row: Row): OpenSession {
  return {
    sessionId: row.session_id ?? "",
    loginId: row.login_id,
    personId: row.person_id,
    practiceId: row.practice_id,
    membershipId: row.membership_id,
    role: row.role,
    factorAt: instant(row.factor_at),
    idleMinutes: row.idle_minutes,
    idleUntilAt: instant(row.idle_until_at),
    expiresAt: instant(row.expires_at),
    ownPatientId: row.own_patient_id ?? undefined,
    guardedPatientIds: row.guarded_patient_ids ?? [],
    personName: row.person_name,
    loginName: row.login_name,
    practiceShortName: row.practice_short_name,
    practiceName: row.practice_name,
    zone: row.zone,
  };
}

function instant(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}
