import type { Tx } from "@/db/client";
import type { Prisma } from "@/db/generated/client";
import type { DeliveryState } from "@/db/generated/enums";
import { sql, sqlText } from "@/db/sql";
import { fromInstant } from "@/db/time";
import { undeliveredReason } from "@/domain/registration/failure-reason";
import { amountText } from "@/domain/sms-usage/texts-cost";
import type { Cursor } from "@/features/audit/audit-lines";
import { STOPPED_TEXT } from "@/features/notifications/text-stopped";
import type { MonthSpan } from "./month";
import type { TextLine, TextState } from "./schema";

export interface TextsFilter {
  readonly span: MonthSpan;
  readonly purpose?: string | undefined;
  readonly state?: TextState | undefined;
}

interface Row {
  id: string;
  at: Date;
  purpose: string;
  state: DeliveryState;
  patientId: string | null;
  patientName: string | null;
  segments: number | null;
  micros: number | null;
  currency: string | null;
  tries: number;
  lastError: string | null;
  resentAsId: string | null;
  isSent: boolean;
}

/** When a text left, or else was asked for: the indexes' own words (see the migration). */
export const textAt = sqlText("(case when d.sent_at is null then d.created_at else d.sent_at end)");

/** How a delivery's states are read; the words are the index's own, so that it is found. */
const within: Readonly<Record<TextState, Prisma.Sql>> = {
  waiting: sqlText("and d.state in ('queued', 'sending', 'unknown', 'sent') and d.state <> 'sent'"),
  sent: sqlText("and d.state in ('queued', 'sending', 'unknown', 'sent') and d.state = 'sent'"),
  delivered: sqlText("and d.state = 'delivered'"),
  undelivered: sqlText("and d.state in ('undelivered', 'dropped') and d.state = 'undelivered'"),
  dropped: sqlText("and d.state in ('undelivered', 'dropped') and d.state = 'dropped'"),
};

/** At most `most` texts of a month behind the cursor, the newest first: when they left, or else were asked for. */
export async function textLines(
  tx: Tx,
  practiceId: string,
  { span, purpose, state }: TextsFilter,
  after: Cursor | null,
  most: number,
): Promise<TextLine[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select d.id, ${textAt} as at, d.purpose, d.state::text as state,
      p.id as "patientId", p.first_name || ' ' || p.last_name as "patientName", d.segments,
      d.price_micros::float8 as micros, d.price_currency as currency, d.tries, d.last_error as "lastError",
      d.resent_as_id as "resentAsId", d.sent_at is not null as "isSent"
    from tenant.delivery d
    left join tenant.patient p on p.practice_id = d.practice_id and p.id = d.patient_id
    where d.practice_id = ${practiceId}::uuid and d.kind = 'sms'
      and ${textAt} >= ${fromInstant(span.startsAt)} and ${textAt} < ${fromInstant(span.endsAt)}
      ${purpose === undefined ? sqlText("") : sql`and d.purpose = ${purpose}`}
      ${state === undefined ? sqlText("") : within[state]}
      ${after ? sql`and (${textAt}, d.id) < (${new Date(after.at)}, ${after.id}::uuid)` : sqlText("")}
    order by ${textAt} desc, d.id desc limit ${most}`;
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    purpose: row.purpose,
    state: stateOf(row.state),
    patient: row.patientId ? { id: row.patientId, name: row.patientName ?? "" } : null,
    segments: row.segments,
    price:
      row.micros === null
        ? null
        : { currency: row.currency ?? "XXX", amount: amountText(row.micros) },
    tries: row.tries,
    why: row.state === "undelivered" ? undeliveredReason(row.lastError) : null,
    isSent: row.isSent,
    isStopped: row.lastError?.startsWith(STOPPED_TEXT) ?? false,
    isResent: row.resentAsId !== null,
  }));
}

function stateOf(state: DeliveryState): TextState {
  return state === "queued" || state === "sending" || state === "unknown" ? "waiting" : state;
}
