import { inPractice } from "@/db/transaction";
import type { Services } from "@/server/services";
import { recordAudit } from "./record-audit";

interface Refused {
  readonly personId: string;
  readonly loginId: string;
  readonly role: "patient" | "guardian" | "orthodontist" | "staff" | "admin";
  readonly personName: string;
  readonly practiceId: string;
}

/** Somebody with a session asked for what they may not have (R53). */
export async function auditRefusal(
  services: Services,
  who: Refused,
  operation: string,
  reason: string,
): Promise<void> {
  await inPractice(services.db, who.practiceId, (tx) =>
    recordAudit(
      tx,
      services,
      { personId: who.personId, loginId: who.loginId, role: who.role, name: who.personName },
      { action: "request.refused", practiceId: who.practiceId, detail: { operation, reason } },
    ),
  );
}
