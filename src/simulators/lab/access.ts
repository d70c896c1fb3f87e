import type { Temporal } from "temporal-polyfill";
import type { HttpAnswer, HttpRequest } from "../http/serve";
import type { StoreTransaction } from "../store/open-store";
import { sha256 } from "./digest";
import { labError } from "./errors";
import type { DoctorRow, LabRow } from "./lab-store";
import { type LogEntry, writeLog } from "./log";
import { signInReason } from "./rule";
import type { SignIns } from "./sign-in/sign-ins";

/** The doctor behind a bearer token, if the lab's own rule lets them in at this moment; refusals are logged. */
export async function admit(
  { store, signIn }: { readonly store: StoreTransaction; readonly signIn: SignIns },
  lab: LabRow,
  event: LogEntry["event"],
  { headers }: HttpRequest,
  now: Temporal.Instant,
): Promise<{ readonly doctor: DoctorRow } | { readonly answer: HttpAnswer }> {
  const token = /^Bearer (\S+)$/i.exec(headers.authorization ?? "")?.[1];
  const signedIn = token === undefined ? undefined : await signIn.holderOf(lab, token);
  const [doctor] =
    token === undefined
      ? []
      : await store.query<DoctorRow>(
          `select doctor.id, lab_key, user_name, last_authenticated_at, last_scan_at from doctor
           where lab_key = $2 and (id = $3 or id = (select doctor_id from access_token where digest = $1 and revoked_at is null))`,
          [sha256(token), lab.key, signedIn ?? null],
        );
  if (doctor === undefined) {
    await writeLog(store, now, {
      lab: lab.key,
      event,
      outcome: "refused",
      detail: "unknown access token",
    });
    return { answer: unauthorized() };
  }
  const because = signInReason(lab, doctor, now.epochMilliseconds);
  if (because === null) return { doctor };
  await writeLog(store, now, {
    lab: lab.key,
    userName: doctor.user_name,
    event,
    outcome: "refused",
    detail: because,
  });
  return { answer: unauthorized(because) };
}

/** RFC 6750: an access token that no longer works is `invalid_token`, with 401. */
export function unauthorized(because?: string): HttpAnswer {
  return {
    ...labError(401, "invalid_token", "Sign in again at the lab.", because),
    headers: { "www-authenticate": 'Bearer error="invalid_token"' },
  };
}
