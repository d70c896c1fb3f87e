import type { Tx } from "@/db/client";
import { isOverlap } from "@/db/errors";
import type { Prisma } from "@/db/generated/client";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { timesOf } from "@/features/appointments/contend";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { onceOnly } from "@/features/idempotency/once-only";
import { tellDiaries } from "@/features/messages/live/tell-diaries";
import type { Services } from "@/server/services";
import { applyChange } from "./apply-change";
import { comingVisits, displacedBy } from "./displaced";
import { type Cause, listDisrupted } from "./list-disrupted";
import type { TimesChangeRefusal } from "./refusals";
import type { TimesChange, TimesChanged } from "./schema";
import { tellWaiting } from "./tell-waiting";
import { daysAhead, type TimesFacts, timesFactsIn } from "./times-facts";

/**
 * One change of a practice's times in one transaction, alone: bookings under way end first, later ones are judged by what
 * it writes (S16). Two admins follow each other.
 */
export async function aloneOnTimes<Answer extends Prisma.InputJsonValue, Reason extends string>(
  services: Services,
  actor: ClinicActor,
  operation: string,
  input: unknown,
  work: (tx: Tx) => Promise<Result<Answer, Reason>>,
): Promise<Result<Answer, Reason | "idempotency_key_reused" | "hours_overlap">> {
  const { practiceId } = actor;
  try {
    return await inPractice(services.db, practiceId, (tx) =>
      onceOnly(tx, services, actor, operation, input, async () => {
        await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${timesOf(practiceId)}, 0))`;
        return work(tx);
      }),
    );
  } catch (error) {
    if (isOverlap(error)) return refused("hours_overlap", { weekday: 0 });
    throw error;
  }
}

const unchanged: TimesChanged = { changed: false, id: null, disruptionId: null, visits: 0 };

interface Plan {
  readonly operation: string;
  readonly input: unknown;
  readonly change: TimesChange;
  /** What the page showed is still so, or null where there is nothing to compare. */
  readonly isSeen: ((before: TimesFacts) => boolean) | null;
  /** Already as wished: nothing is written. */
  readonly isSame?: (before: TimesFacts) => boolean;
  readonly write: (tx: Tx, before: TimesFacts) => Promise<Cause>;
  readonly audit: (before: TimesFacts) => Record<string, string>;
}

/**
 * Writes a change of hours, closures, types or rules. The visits it puts in the way stay booked and come on a list to be
 * worked through (R36). Refusal: `changed_meanwhile`, and what `applyChange` refuses.
 */
export function changeTimes(
  services: Services,
  actor: ClinicActor,
  plan: Plan,
): Promise<Result<TimesChanged, TimesChangeRefusal>> {
  const { practiceId } = actor;
  return aloneOnTimes<TimesChanged, TimesChangeRefusal>(
    services,
    actor,
    plan.operation,
    plan.input,
    async (tx) => {
      const before = await timesFactsIn(tx, actor, daysAhead(services, actor.zone));
      const after = applyChange(before, plan.change, actor.zone);
      if (!after.ok) return after;
      if (plan.isSame?.(before)) return ok(unchanged);
      if (plan.isSeen && !plan.isSeen(before)) return refused("changed_meanwhile");
      const visits = await comingVisits(tx, services, practiceId);
      const displaced = displacedBy(services, actor, visits, before, after.value);
      const cause = await plan.write(tx, before);
      await tellWaiting(tx, services, actor, before, after.value);
      const disruptionId = await listDisrupted(tx, services, actor, cause, displaced);
      await recordAudit(tx, services, auditActor(actor), {
        action: "settings.changed",
        practiceId,
        detail: { ...plan.audit(before), visits: String(displaced.length) },
      });
      await tellDiaries(tx, practiceId);
      const id = cause.sourceId ?? null;
      return ok({ changed: true, id, disruptionId, visits: displaced.length });
    },
  );
}
