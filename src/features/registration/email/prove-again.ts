import { identityOf } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import { keyedName } from "@/security/keyed-digest";
import { newToken } from "@/security/tokens";
import type { Services } from "@/server/services";
import { countPasswordTry } from "../text-limits";

interface ProvedAgain {
  readonly step: "terms";
  readonly token: string;
}

/** What a registration keeps of the submission that proved its address; empty without an Idempotency-Key. */
export function proofOf(services: Services, mailToken: string): { answeredKey?: string } {
  const key = services.request.idempotencyKey;
  if (key === undefined) return {};
  return { answeredKey: keyedName(services.env.hmacKey, "registration-proof", mailToken, key) };
}

/**
 * S16 for the e-mail step: whose answer was lost has no cookie of the registration that goes on. The same submission,
 * with token, key and password, gets a new one while the terms are still open. Null: it was another submission.
 */
export async function proveAgain(
  services: Services,
  input: { readonly token: string; readonly password: string },
): Promise<Result<ProvedAgain, "wrong_password" | "too_many_requests" | "busy"> | null> {
  const { answeredKey } = proofOf(services, input.token);
  if (answeredKey === undefined) return null;
  const { registration } = identityOf(services.db);
  const open = {
    step: "terms" as const,
    movedAt: null,
    expiresAt: { gt: fromInstant(services.now) },
  };
  const proved = await registration.findFirst({
    where: { ...open, answeredKey },
    select: { id: true, passwordHash: true },
  });
  if (!proved) return null;
  const within = await countPasswordTry(services, proved.id);
  if (!within.ok) return within;
  const verified = await services.passwords.verify(proved.passwordHash, input.password);
  if (!verified.ok) return verified;
  if (!verified.value.matches) return refused("wrong_password");
  const { token, digest } = newToken(services.random);
  const { count } = await registration.updateMany({
    where: { ...open, id: proved.id },
    data: { cookieDigest: digest },
  });
  return count === 1 ? ok({ step: "terms", token }) : null;
}
