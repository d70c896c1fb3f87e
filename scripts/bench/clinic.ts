import { loadEnv } from "../../src/env";
import type { PatientActor } from "../../src/features/access/actors";
import { openSession } from "../../src/features/access/open-session";
import { jobServices, openRuntime, type Services } from "../../src/server/services";

/** The application's own use cases in this process, over one database, and patients who are logged in there. */
export interface Clinic {
  readonly services: Services;
  readonly patients: readonly PatientActor[];
  close(): Promise<void>;
}

export async function openClinic(
  source: NodeJS.ProcessEnv,
  databaseUrl: string,
  tokens: readonly string[],
): Promise<Clinic> {
  const runtime = openRuntime(loadEnv({ ...source, DATABASE_URL: databaseUrl }), "bench");
  const { db } = runtime;
  const patients: PatientActor[] = [];
  for (const token of tokens) {
    const { session } = await openSession(db, token, { polling: true });
    if (!session?.ownPatientId) throw new Error("a session of the bench is not open");
    const { ownPatientId: patientId } = session;
    patients.push({ ...session, kind: "patient", role: "patient", patientId });
  }
  return { services: await jobServices(runtime, "bench"), patients, close: () => db.close() };
}
