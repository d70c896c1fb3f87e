import type { Prisma } from "@/db/generated/client";
import { identityOf } from "@/db/identity";
import { type Result, refused } from "@/domain/result";
import type { VisitorActor } from "@/features/access/actors";
import { keyedName } from "@/security/keyed-digest";
import { isTokenShaped, tokenDigest } from "@/security/tokens";
import type { Services } from "@/server/services";

type Run<Input, Value, Reason extends string> = (
  services: Services,
  actor: VisitorActor,
  input: Input,
) => Promise<Result<Value, Reason>>;

/**
 * S16 for a step of a registration: the answer of the last step is kept with it, so that a step sent again because its
 * answer was lost is answered again and not refused as out of order. Another body with the same key is refused.
 */
export function answerOnce<Input, Value extends Prisma.InputJsonValue, Reason extends string>(
  operation: string,
  run: Run<Input, Value, Reason>,
): Run<Input, Value, Reason | "idempotency_key_reused"> {
  return async (services, actor, input) => {
    const cookieDigest = ownDigest(actor);
    const key = services.request.idempotencyKey;
    if (key === undefined || cookieDigest === null) return run(services, actor, input);
    const { hmacKey } = services.env;
    // Keyed: the body of a step may be a password.
    const answeredKey = keyedName(hmacKey, "registration-key", key);
    const answeredDigest = keyedName(
      hmacKey,
      "registration-step",
      operation,
      JSON.stringify(input ?? null),
    );
    const { registration } = identityOf(services.db);
    const last = await registration.findUnique({
      where: { cookieDigest },
      select: { answeredKey: true, answeredDigest: true, answer: true },
    });
    if (last?.answeredKey === answeredKey) {
      if (last.answeredDigest !== answeredDigest) return refused("idempotency_key_reused");
      return { ok: true, value: last.answer as Value };
    }
    const result = await run(services, actor, input);
    if (result.ok) {
      await registration.updateMany({
        where: { cookieDigest },
        data: { answeredKey, answeredDigest, answer: result.value },
      });
    }
    return result;
  };
}

function ownDigest({ cookies }: VisitorActor) {
  const cookie = cookies.get("registration");
  return cookie !== undefined && isTokenShaped(cookie) ? tokenDigest(cookie) : null;
}
