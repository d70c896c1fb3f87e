import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import type { VisitorActor } from "./actors";
import type { SetCookie } from "./cookies";
import { throughNextAuth } from "./nextauth";
import type { OpenSession } from "./open-session";

export interface SignedOut {
  readonly url: string;
  readonly cookies: readonly SetCookie[];
}

/** Logs out: the session row ends, then its cookie goes (S10). Without a session nothing is left to end. */
export async function signOut(
  services: Services,
  visitor: VisitorActor,
  input: { readonly csrfToken: string },
): Promise<Result<SignedOut, "csrf">> {
  const { session } = visitor;
  const door = { method: "POST", path: ["signout"], csrfToken: input.csrfToken } as const;
  const answer = await throughNextAuth(services, visitor, door, {
    end: async () => {
      if (session) await endOwnSession(services, session);
    },
  });
  if (!answer.trusted) return refused("csrf");
  return ok({ url: "/login", cookies: [...answer.cookies, { name: "session", value: "" }] });
}

async function endOwnSession(services: Services, session: OpenSession): Promise<void> {
  const { practiceId, sessionId } = session;
  await inPractice(services.db, practiceId, async (tx) => {
    await identityIn(tx).session.updateMany({
      where: { id: sessionId, endedAt: null },
      data: { endedAt: fromInstant(services.now), endedBy: "logout" },
    });
    await recordAudit(tx, services, auditActor(session), { action: "logout", practiceId });
  });
}
