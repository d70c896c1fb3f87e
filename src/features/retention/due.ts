import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { sql } from "@/db/sql";
import { fromInstant } from "@/db/time";
import { goesBefore } from "@/domain/retention/kept-until";
import {
  type RetentionKind,
  type RetentionSetting,
  retentionKinds,
} from "@/domain/retention/retention-rules";

/** One night of one practice: the day it belongs to, and what is kept for how long. */
export interface Night {
  readonly practiceId: string;
  readonly zone: string;
  readonly on: Temporal.PlainDate;
}

export type Removed = Readonly<Record<RetentionKind, number>>;

/** The instant before which a kind's things go, null for what stays for good. */
export function beforeOf(night: Night, setting: RetentionSetting, kind: RetentionKind) {
  if (kind !== "records") return before(night, { months: setting[kind] });
  return setting.records === null ? null : before(night, { years: setting.records });
}

function before({ on, zone }: Night, keptFor: Parameters<typeof goesBefore>[1]): Date {
  return fromInstant(goesBefore(on, keptFor, zone));
}

/** The query that finds what goes in a night, as ids: the preview counts what the night removes. */
export function dueIn(
  night: Night,
  setting: RetentionSetting,
  kind: RetentionKind,
): ReturnType<typeof sql> {
  const { practiceId } = night;
  const at = beforeOf(night, setting, kind);
  switch (kind) {
    case "drafts":
      return sql`select d.id from tenant.message_draft d
        where d.practice_id = ${practiceId}::uuid and d.updated_at < ${at}`;
    case "deliveries":
      // Whatever is still on its way stays, however old.
      return sql`select d.id from tenant.delivery d
        where d.practice_id = ${practiceId}::uuid and d.created_at < ${at} and d.emptied_at is null
          and d.state in ('sent', 'delivered', 'undelivered', 'dropped')`;
    case "failedRegistrations":
      return sql`select d.id from tenant.failed_registration d
        where d.practice_id = ${practiceId}::uuid and d.failed_at < ${at}`;
    case "records":
      return sql`select d.id
        from tenant.old_records(${practiceId}::uuid, ${at}::timestamptz, ${night.on.toString()}::date) d(id)`;
  }
}

/** How much a night removes with a setting. */
export async function countDue(tx: Tx, night: Night, setting: RetentionSetting): Promise<Removed> {
  const counted = new Map<RetentionKind, number>();
  for (const kind of retentionKinds) {
    const [row] = await tx.$queryRaw<{ count: number }[]>(
      sql`select count(*)::int as count from (${dueIn(night, setting, kind)}) due`,
    );
    counted.set(kind, row?.count ?? 0);
  }
  const of = (kind: RetentionKind) => counted.get(kind) ?? 0;
  return {
    drafts: of("drafts"),
    deliveries: of("deliveries"),
    failedRegistrations: of("failedRegistrations"),
    records: of("records"),
  };
}
