import { notFound, redirect } from "next/navigation";
import type { PageSearch } from "@/lib/page-search";
import type { Services } from "@/server/services";
import { type ClinicActor, homeOf, type PatientActor, type SessionActor } from "./actors";
import { pageVisit } from "./page-visit";
import { clinic, type Gate, patient, signedIn } from "./route-gates";

export interface Admitted<Actor> {
  readonly services: Services;
  readonly actor: Actor;
}

/** A page about one patient, named by `?patient=` (R10). Without a session: to the login, and back here after it. */
export async function patientPage(
  path: string,
  search: PageSearch,
): Promise<Admitted<PatientActor>> {
  const { patient: asked } = await search;
  return admit(patient, path, typeof asked === "string" ? { patientId: asked } : {});
}

/** A page of the orthodontist's or the desk's area. */
export async function clinicPage(
  path: string,
  ...roles: readonly ClinicActor["role"][]
): Promise<Admitted<ClinicActor>> {
  return admit(clinic(...roles), path, {});
}

/** A page for anybody logged in. */
export async function signedInPage(path: string): Promise<Admitted<SessionActor>> {
  return admit(signedIn, path, {});
}

async function admit<Actor>(
  gate: Gate<Actor>,
  path: string,
  input: Record<string, string>,
): Promise<Admitted<Actor>> {
  const { services, session } = await pageVisit();
  const admitted = gate.admit({ session, cookies: new Map(), input, now: services.now });
  if (admitted.ok) return { services, actor: admitted.value };
  if (!session) redirect(`/login?next=${encodeURIComponent(path)}`);
  if (admitted.reason === "not_allowed") redirect(homeOf(session.role));
  // A guardian of several children who named none: the first, so that the address then names it.
  const first = session.ownPatientId ?? session.guardedPatientIds[0];
  if (admitted.reason === "patient_required" && first !== undefined)
    redirect(`${path}?patient=${first}`);
  // Nobody to act for yet: first a child's birth date (R10).
  if (admitted.reason === "patient_required") redirect("/children");
  notFound();
}
