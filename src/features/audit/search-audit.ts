import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { auditActor } from "./audit-actor";
import { type AuditLine, auditLines, cursorText, readCursor } from "./audit-lines";
import { auditWhere } from "./audit-where";
import { recordAudit } from "./record-audit";
import type { AuditFilters } from "./schema";

const pageSize = 50;
const sameSearchMinutes = 10;

export interface AuditPage {
  readonly items: readonly AuditLine[];
  /** The address' `before` of the page that follows; null on the last. */
  readonly next: string | null;
}

/** R53: the practice's audit log, newest first. That somebody looked is itself noted, once while they keep looking. */
export async function searchAudit(
  services: Services,
  actor: ClinicActor,
  filters: AuditFilters,
  before: string | undefined,
): Promise<AuditPage> {
  return inPractice(services.db, actor.practiceId, async (tx) => {
    const where = await auditWhere(tx, actor, filters);
    const rows = await auditLines(tx, where, readCursor(before), pageSize + 1);
    await noteSearch(tx, services, actor, filters);
    const items = rows.slice(0, pageSize);
    const last = items.at(-1);
    return { items, next: rows.length > pageSize && last ? cursorText(last) : null };
  });
}

async function noteSearch(tx: Tx, services: Services, actor: ClinicActor, filters: AuditFilters) {
  const by = Object.keys(filters).sort();
  const since = services.now.subtract({ minutes: sameSearchMinutes });
  const before = await tx.auditEntry.findFirst({
    where: {
      practiceId: actor.practiceId,
      actorPersonId: actor.personId,
      action: "audit.searched",
      at: { gt: fromInstant(since) },
      detail: { equals: { by } },
    },
    select: { id: true },
  });
  if (before) return;
  await recordAudit(tx, services, auditActor(actor), {
    action: "audit.searched",
    practiceId: actor.practiceId,
    detail: { by },
  });
}
