import { inPractice } from "@/db/transaction";
import { ok } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { cursorText, readCursor } from "@/features/audit/audit-lines";
import type { Services } from "@/server/services";
import { monthOf, monthSpan } from "./month";
import type { TextsQuery } from "./schema";
import { textLines } from "./text-lines";

const pageSize = 50;

/** R51: every text of a month, this one unless asked otherwise; a text that failed or went again is one of its own. */
export async function listTexts(
  { db, now }: Pick<Services, "db" | "now">,
  { practiceId, zone }: ClinicActor,
  { month = monthOf(now, zone), purpose, state, before }: TextsQuery,
) {
  const filter = { span: monthSpan(month, zone), purpose, state };
  const rows = await inPractice(db, practiceId, (tx) =>
    textLines(tx, practiceId, filter, readCursor(before), pageSize + 1),
  );
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  return ok({ items, next: rows.length > pageSize && last ? cursorText(last) : null });
}
