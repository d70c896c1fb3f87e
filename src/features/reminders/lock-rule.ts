import type { Tx } from "@/db/client";
import { type RuleState, reminderChannel } from "./rule-facts";

/** A reminder as it is now, and nobody else changes it until the end of the transaction; null for none of this practice. */
export async function lockRule(
  tx: Tx,
  practiceId: string,
  id: string,
): Promise<{ readonly rule: RuleState; readonly isRemoved: boolean } | null> {
  await tx.$queryRaw`
    select from tenant.reminder_rule where practice_id = ${practiceId}::uuid and id = ${id}::uuid for update`;
  const row = await tx.reminderRule.findUnique({
    where: { practiceId_id: { practiceId, id } },
    select: {
      visitTypeId: true,
      minutesBefore: true,
      channel: true,
      withoutLogin: true,
      active: true,
      removedAt: true,
    },
  });
  if (!row) return null;
  const { removedAt, channel, ...rest } = row;
  return { rule: { ...rest, channel: reminderChannel(channel) }, isRemoved: removedAt !== null };
}
