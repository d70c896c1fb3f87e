import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { areRecordsOurs } from "./own-records";

export interface RecordChoices {
  /** Records are made and named here, not in a system of the practice's own (R49). */
  readonly isOurs: boolean;
  readonly practitioners: readonly { readonly id: string; readonly name: string }[];
}

/** What a form about who a record is of can offer. */
export function recordChoices(
  { db }: Services,
  { practiceId }: ClinicActor,
): Promise<RecordChoices> {
  return inPractice(db, practiceId, async (tx) => ({
    isOurs: await areRecordsOurs(tx, practiceId),
    practitioners: await tx.practitioner.findMany({
      where: { practiceId, archivedAt: null },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
  }));
}
