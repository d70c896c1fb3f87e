import { ok, refused } from "@/domain/result";
import type { PmsPort } from "@/ports/pms";

/** A practice without a management system: Archway's own records are the records, so nothing is left to tell. */
export function localPms(): PmsPort {
  return {
    updatePatientContact: async () => ok({ isChanged: false }),
    updatePatientDetails: async () => ok({ differing: [] }),
    findPatient: async () => refused("not_found"),
    listChangedPatients: async ({ cursor }) => ok({ patients: [], next: cursor, hasMore: false }),
  };
}
