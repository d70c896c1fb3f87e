import type { Tx } from "@/db/client";
import type { Prisma } from "@/db/generated/client";
import { inPracticeOrNothing } from "@/db/transaction";
import type { Result } from "@/domain/result";
import type { OpenSession } from "@/features/access/open-session";
import type { Services } from "@/server/services";
import { onceOnly } from "./once-only";

type Submitter = Pick<OpenSession, "practiceId" | "personId">;

/** One submission in one transaction, once per Idempotency-Key (S16); a thrown `RolledBack` undoes all of it. */
export function submitOnce<
  Actor extends Submitter,
  Input,
  T extends Prisma.InputJsonValue,
  Reason extends string,
>(
  services: Services,
  actor: Actor,
  operation: string,
  input: Input,
  work: (tx: Tx, services: Services, actor: Actor, input: Input) => Promise<Result<T, Reason>>,
): Promise<Result<T, Reason | "idempotency_key_reused">> {
  return inPracticeOrNothing(services.db, actor.practiceId, (tx) =>
    onceOnly(tx, services, actor, operation, input, () => work(tx, services, actor, input)),
  );
}
