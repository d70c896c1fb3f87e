import type { Temporal } from "temporal-polyfill";
import type { Role } from "@/db/generated/enums";
import { decideStepUp } from "@/domain/access/step-up";
import { ok, type Result, refused } from "@/domain/result";
import {
  actsFor,
  type BrowserActor,
  type ClinicActor,
  isClinicRole,
  isPatientRole,
  type PatientActor,
  type SessionActor,
  type VisitorActor,
} from "./actors";
import type { OpenSession } from "./open-session";

export type GateReason =
  | "not_logged_in"
  | "not_allowed"
  | "not_found"
  | "patient_required"
  | "step_up_required";

/** What a gate decides on. `input` is the validated query and body; only `patientId` is looked at. */
export interface Visit {
  readonly session: OpenSession | null;
  readonly cookies: ReadonlyMap<string, string>;
  readonly input: Readonly<Record<string, unknown>>;
  readonly now: Temporal.Instant;
}

/** Mints the actor of a request. `roles` empty means: no session needed. */
export interface Gate<Actor> {
  readonly roles: readonly Role[];
  admit(visit: Visit): Result<Actor, GateReason>;
}

/** Anybody, logged in or not: login, registration, recovery. */
export const anyone: Gate<VisitorActor> = {
  roles: [],
  admit: ({ session, cookies }) => ok({ kind: "visitor", cookies, session }),
};

/** Anybody with a session. */
export const signedIn: Gate<SessionActor> = {
  roles: ["patient", "guardian", "orthodontist", "staff", "admin"],
  admit: ({ session }) =>
    session ? ok({ ...session, kind: "session" }) : refused("not_logged_in"),
};

/** Anybody with a session, and the cookies of their browser: its streak of failures is its own (S5). */
export const signedInBrowser: Gate<BrowserActor> = {
  roles: signedIn.roles,
  admit: ({ session, cookies }) =>
    session ? ok({ ...session, kind: "session", cookies }) : refused("not_logged_in"),
};

/** A patient or guardian; `patientId` may be left out by who acts for exactly one (interface.md). */
export const patient: Gate<PatientActor> = {
  roles: ["patient", "guardian"],
  admit({ session, input }) {
    if (!session) return refused("not_logged_in");
    if (!isPatientRole(session.role)) return refused("not_allowed");
    const theirs = actsFor(session);
    const asked = typeof input.patientId === "string" ? input.patientId.toLowerCase() : undefined;
    if (asked !== undefined && !theirs.includes(asked)) return refused("not_found");
    if (asked === undefined && theirs.length !== 1) return refused("patient_required");
    const patientId = asked ?? theirs[0];
    if (patientId === undefined) return refused("patient_required");
    // Who is a patient too is a guardian while they act for a child: logs and messages then say so (R10, S19).
    const role = patientId === session.ownPatientId ? "patient" : "guardian";
    return ok({ ...session, kind: "patient", role, patientId });
  },
};

/** Orthodontist, staff, admin, or fewer of them (R52). */
export function clinic(...roles: readonly ClinicActor["role"][]): Gate<ClinicActor> {
  const allowed = roles.length > 0 ? roles : (["orthodontist", "staff", "admin"] as const);
  return {
    roles: allowed,
    admit({ session }) {
      if (!session) return refused("not_logged_in");
      if (!isClinicRole(session.role) || !allowed.includes(session.role))
        return refused("not_allowed");
      return ok({ ...session, kind: "clinic", role: session.role });
    },
  };
}

/** The patient's side for a named patient, or the practice's side: for what both write and read together. */
export const patientOrClinic: Gate<PatientActor | ClinicActor> = {
  roles: signedIn.roles,
  admit(visit) {
    const isPatientSide = visit.session !== null && isPatientRole(visit.session.role);
    return isPatientSide ? patient.admit(visit) : clinic().admit(visit);
  },
};

/** The same gate, and a factor given within the last 10 minutes (S11). */
export function withStepUp<Actor>(gate: Gate<Actor>): Gate<Actor> {
  return {
    roles: gate.roles,
    admit(visit) {
      const admitted = gate.admit(visit);
      if (!admitted.ok) return admitted;
      const fresh = decideStepUp(visit.session?.factorAt ?? null, visit.now);
      return fresh.ok ? admitted : fresh;
    },
  };
}
