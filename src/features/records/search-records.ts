import { inPractice } from "@/db/transaction";
import { ok, type Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { practiceById } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import { findPatients, type RecordLine } from "./find-patients";
import { readSearch } from "./read-search";

/** More are not shown: the search wants another word. */
export const mostFound = 25;

/** Records of the practice by name, birth date, telephone or e-mail (R52). The audit log keeps how many, not the words. */
export async function searchRecords(
  services: Services,
  actor: ClinicActor,
  input: { readonly query: string },
): Promise<Result<{ items: RecordLine[]; next: null }, never>> {
  const { practiceId } = actor;
  if (input.query === "") return ok({ items: [], next: null });
  const practice = await practiceById(services, practiceId);
  const search = readSearch(input.query, practice?.language ?? "en");
  const items = await inPractice(services.db, practiceId, async (tx) => {
    const found = await findPatients(tx, practiceId, search, mostFound);
    await recordAudit(tx, services, auditActor(actor), {
      action: "record.searched",
      practiceId,
      detail: { found: found.length },
    });
    return found;
  });
  return ok({ items, next: null });
}
