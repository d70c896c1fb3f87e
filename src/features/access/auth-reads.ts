import { ok, type Result } from "@/domain/result";
import type { Services } from "@/server/services";
import { actsFor, type VisitorActor } from "./actors";
import { type AuthAnswer, throughNextAuth } from "./nextauth";
import type { OpenSession } from "./open-session";

/** next-auth's CSRF token and the cookie that belongs to it. */
export async function csrfToken(
  services: Services,
  visitor: VisitorActor,
): Promise<Result<AuthAnswer, never>> {
  return ok(await throughNextAuth(services, visitor, { method: "GET", path: ["csrf"] }, {}));
}

/** Who is logged in, `{}` for nobody. Asking does not keep the session alive (R18). */
export async function authSession(
  services: Services,
  visitor: VisitorActor,
): Promise<Result<AuthAnswer, never>> {
  const door = { method: "GET", path: ["session"] } as const;
  const work = visitor.session ? { session: sessionView(services, visitor.session) } : {};
  const answer = await throughNextAuth(services, visitor, door, work);
  // Asking never writes a living token again: it may come back after a step-up has put a new one in its place.
  const cookies = answer.cookies.filter(({ name, value }) => name !== "session" || value === "");
  return ok({ ...answer, cookies });
}

function sessionView(services: Services, session: OpenSession) {
  const idleLeft = session.idleUntilAt.since(services.now, { largestUnit: "second" });
  return {
    user: { name: session.personName },
    loginName: session.loginName,
    role: session.role,
    practice: session.practiceShortName,
    patientIds: actsFor(session),
    expires: session.expiresAt.toString(),
    idleUntilAt: session.idleUntilAt.toString(),
    /** For a clock that may not be ours. */
    idleSecondsLeft: Math.max(0, idleLeft.seconds),
  };
}
