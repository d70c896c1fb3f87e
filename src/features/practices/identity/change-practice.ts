import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { inPracticeOrNothing } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { lockSettings } from "@/features/settings/lock-settings";
import { seenOf } from "@/features/settings/seen";
import type { Services } from "@/server/services";
import { type PracticeIdentity, practiceIdentity } from "./practice-identity";
import { type IdentityRefusal, readIdentity } from "./read-identity";
import type { PracticeRequest } from "./schema";

type Answer = Result<{ changed: boolean }, IdentityRefusal | "changed_meanwhile">;

/**
 * How the practice shows itself, whom people call, whose numbers may register, and how many texts go out a day (R52, S3,
 * S4); the log keeps what it was and what it is. Refusals: `changed_meanwhile`, and what is wrong with a field.
 */
export function changePractice(
  services: Services,
  actor: ClinicActor,
  { seen, ...wish }: PracticeRequest,
): Promise<Answer> {
  const { practiceId } = actor;
  return inPracticeOrNothing<Answer>(services.db, practiceId, async (tx) => {
    await lockSettings(tx, services, practiceId);
    const before = await practiceIdentity(tx, practiceId);
    const read = readIdentity(wish, before);
    if (!read.ok) return read;
    const changes = differences(before, read.value);
    if (changes.length === 0) return ok({ changed: false });
    if (seenOf(before) !== seen) return refused("changed_meanwhile");
    await write(tx, practiceId, read.value);
    await recordAudit(tx, services, auditActor(actor), {
      action: "settings.changed",
      practiceId,
      detail: { what: "practice", ...Object.fromEntries(changes) },
    });
    return ok({ changed: true });
  });
}

/** What it was and what it is, field by field, as the audit log shows it. */
function differences(before: PracticeIdentity, after: PracticeIdentity): [string, string][] {
  const said = (value: unknown) => (Array.isArray(value) ? value.join(" ") : String(value ?? "–"));
  return Object.keys(after).flatMap((field) => {
    const key = field as keyof PracticeIdentity;
    const [was, is] = [said(before[key]), said(after[key])];
    return was === is ? [] : [[field, `${was} → ${is}`] as [string, string]];
  });
}

async function write(tx: Tx, practiceId: string, identity: PracticeIdentity): Promise<void> {
  const { allowedCountries, ...rest } = identity;
  await identityIn(tx).practice.update({
    where: { id: practiceId },
    data: { ...rest, allowedCountries: [...allowedCountries] },
    select: { id: true },
  });
}
