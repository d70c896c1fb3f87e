import type { Role } from "@/db/generated/enums";
import type { OpenSession } from "./open-session";

/** Somebody with a session. Minted by a gate, never by hand (architecture.md). */
export interface SessionActor extends OpenSession {
  readonly kind: "session";
}

/** Somebody with a session, and what this browser's cookies prove besides. */
export interface BrowserActor extends SessionActor {
  readonly cookies: ReadonlyMap<string, string>;
}

/** A patient or guardian, acting for one named patient (R10). */
export interface PatientActor extends OpenSession {
  readonly kind: "patient";
  readonly role: "patient" | "guardian";
  readonly patientId: string;
}

/** Orthodontist, staff or admin of the practice. */
export interface ClinicActor extends OpenSession {
  readonly kind: "clinic";
  readonly role: "orthodontist" | "staff" | "admin";
}

/** Nobody yet: what the browser's cookies prove, and no more. */
export interface VisitorActor {
  readonly kind: "visitor";
  readonly cookies: ReadonlyMap<string, string>;
  readonly session: OpenSession | null;
}

/** Whoever a patient-side session may act for: themselves first, then the children they guard. */
export function actsFor(session: OpenSession): readonly string[] {
  return session.ownPatientId
    ? [session.ownPatientId, ...session.guardedPatientIds]
    : session.guardedPatientIds;
}

export function isPatientRole(role: Role): role is "patient" | "guardian" {
  return role === "patient" || role === "guardian";
}

export function isClinicRole(role: Role): role is "orthodontist" | "staff" | "admin" {
  return role === "orthodontist" || role === "staff" || role === "admin";
}

/** The area a person lands in after login (R11). */
export function homeOf(role: Role): "/" | "/doctor" | "/desk" {
  if (isPatientRole(role)) return "/";
  return role === "orthodontist" ? "/doctor" : "/desk";
}
