import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { PmsConnection } from "@/ports/pms";
import type { JobServices } from "@/server/services";
import { openPmsCredentials } from "./pms-credentials";

/** The connection's address and opened credentials, for one call. */
export function pmsAccess(
  { env }: JobServices,
  practiceId: string,
  connection: { baseUrl: string | null; sealedCredentials: Uint8Array | null },
): Result<PmsConnection, "not_readable"> {
  const { baseUrl, sealedCredentials } = connection;
  if (baseUrl === null || sealedCredentials === null) return refused("not_readable");
  const opened = openPmsCredentials(env, practiceId, sealedCredentials);
  if (!opened.ok) return opened;
  return ok({ kind: "dentally", baseUrl, accessToken: opened.value.accessToken });
}

// These say something of one patient or moment, not of the connection.
const notTheConnection = new Set<string>(["not_found", "refused", "rate_limited"]);

/** What the health panel shows: when the PMS last answered, and what went wrong last (R50). */
export async function notePmsAnswer(
  services: JobServices,
  practiceId: string,
  failure: string | null,
) {
  const isAnswer = failure === null || notTheConnection.has(failure);
  await inPractice(
    services.db,
    practiceId,
    (tx) => tx.$executeRaw`
      update tenant.pms_connection
      set last_success_at = case when ${isAnswer} then app_now() else last_success_at end,
        last_failure_at = case when ${isAnswer} then last_failure_at else app_now() end,
        last_failure = case when ${isAnswer} then last_failure else ${failure} end
      where practice_id = ${practiceId}::uuid`,
  );
}
