import { Temporal } from "temporal-polyfill";
import { inPractice } from "@/db/transaction";
import { plannedReminders, type ReminderChannel } from "@/domain/reminders/decide-reminders";
import type { QuietHours } from "@/domain/reminders/due-at";
import type { ClinicActor } from "@/features/access/actors";
import { quietHoursOf } from "@/features/notifications/quiet-hours";
import type { Services } from "@/server/services";
import { reminderChannel } from "./rule-facts";

export interface RuleView {
  readonly id: string;
  readonly visitTypeId: string | null;
  readonly visitTypeName: string | null;
  readonly minutesBefore: number;
  readonly channel: ReminderChannel;
  readonly active: boolean;
  readonly withoutLogin: boolean;
}

export interface ReminderSettings {
  readonly rules: readonly RuleView[];
  readonly visitTypes: readonly { readonly id: string; readonly name: string }[];
  readonly quiet: QuietHours;
}

/** The practice's reminders, the earliest first, and its quiet hours. */
export function reminderSettings(
  services: Services,
  { practiceId }: Pick<ClinicActor, "practiceId">,
): Promise<ReminderSettings> {
  return inPractice(services.db, practiceId, async (tx) => {
    const rows = await tx.reminderRule.findMany({
      where: { practiceId, removedAt: null },
      orderBy: [{ minutesBefore: "desc" }, { channel: "asc" }, { id: "asc" }],
      select: {
        id: true,
        visitTypeId: true,
        minutesBefore: true,
        channel: true,
        active: true,
        withoutLogin: true,
        visitType: { select: { name: true } },
      },
    });
    const visitTypes = await tx.visitType.findMany({
      where: { practiceId, archivedAt: null },
      orderBy: [{ position: "asc" }, { name: "asc" }],
      select: { id: true, name: true },
    });
    const rules = rows.map(({ visitType, channel, ...row }) => ({
      ...row,
      channel: reminderChannel(channel),
      visitTypeName: visitType?.name ?? null,
    }));
    return { rules, visitTypes, quiet: await quietHoursOf(tx, practiceId) };
  });
}

export interface ReminderPreview {
  readonly visitAt: string;
  readonly reminders: readonly { readonly dueAt: string; readonly channel: ReminderChannel }[];
}

/** What the next visit of a type at a weekday (1 is Monday) and minute of the practice's clock would send. */
export function previewReminders(
  { rules, quiet }: ReminderSettings,
  visit: { readonly visitTypeId: string; readonly weekday: number; readonly minute: number },
  { now, zone }: { readonly now: Temporal.Instant; readonly zone: string },
): ReminderPreview {
  // A week ahead: long enough for what is sent days before.
  const first = now.toZonedDateTimeISO(zone).toPlainDate().add({ days: 7 });
  const on = first.add({ days: (visit.weekday - first.dayOfWeek + 7) % 7 });
  const plainTime = Temporal.PlainTime.from({
    hour: Math.floor(visit.minute / 60),
    minute: visit.minute % 60,
  });
  const visitAt = on.toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
  const active = rules.filter(
    (rule) => rule.active && (rule.visitTypeId === null || rule.visitTypeId === visit.visitTypeId),
  );
  return {
    visitAt: visitAt.toString(),
    reminders: plannedReminders(visitAt, active, { zone, quiet }).map(({ rule, dueAt }) => ({
      dueAt: dueAt.toString(),
      channel: rule.channel,
    })),
  };
}
