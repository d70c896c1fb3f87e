import { notFound, redirect } from "next/navigation";
import { noteView } from "@/features/audit/note-view";
import type { PageSearch } from "@/lib/page-search";
import { withPatient } from "@/lib/patient-href";
import type { Services } from "@/server/services";
import { type ClinicActor, homeOf, type PatientActor, type SessionActor } from "./actors";
import { pageVisit } from "./page-visit";
import { clinic, type Gate, patient, signedIn } from "./route-gates";

export interface Admitted<Actor> {
  readonly services: Services;
  readonly actor: Actor;
}

/**
 * A page about one patient, named by `?patient=`; that a guardian looked is noted (R10). Without a session: to the login,
 * and back here after it.
 */
export async function patientPage(
  path: string,
  search: PageSearch,
): Promise<Admitted<PatientActor>> {
  const patientId = await askedPatient(search);
  const admitted = await admit(patient, path, patientId);
  const { services, actor } = admitted;
  if (actor.role === "guardian")
    await noteView(services, actor, {
      action: "record.viewed",
      objectKind: "patient",
      objectId: actor.patientId,
      patientId: actor.patientId,
    });
  return admitted;
}

/** A page of the orthodontist's or the desk's area. */
export async function clinicPage(
  path: string,
  ...roles: readonly ClinicActor["role"][]
): Promise<Admitted<ClinicActor>> {
  return admit(clinic(...roles), path, undefined);
}

/** A page for anybody logged in. With `search` the way through the login keeps the patient that the address names. */
export async function signedInPage(
  path: string,
  search?: PageSearch,
): Promise<Admitted<SessionActor>> {
  return admit(signedIn, path, search && (await askedPatient(search)));
}

async function askedPatient(search: PageSearch): Promise<string | undefined> {
  const { patient: asked } = await search;
  return typeof asked === "string" ? asked : undefined;
}

async function admit<Actor>(
  gate: Gate<Actor>,
  path: string,
  patientId: string | undefined,
): Promise<Admitted<Actor>> {
  const { services, session } = await pageVisit();
  const input = patientId === undefined ? {} : { patientId };
  const admitted = gate.admit({ session, cookies: new Map(), input, now: services.now });
  if (admitted.ok) return { services, actor: admitted.value };
  if (!session) redirect(`/login?next=${encodeURIComponent(withPatient(path, patientId))}`);
  if (admitted.reason === "not_allowed") redirect(homeOf(session.role));
  // A guardian of several children who named none: the first, so that the address then names it.
  const first = session.ownPatientId ?? session.guardedPatientIds[0];
  if (admitted.reason === "patient_required" && first !== undefined)
    redirect(`${path}?patient=${first}`);
  // Nobody to act for yet: first a child's birth date (R10).
  if (admitted.reason === "patient_required") redirect("/children");
  notFound();
}
