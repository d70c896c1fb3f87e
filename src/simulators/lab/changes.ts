import type { Temporal } from "temporal-polyfill";
import type { SimulatorOptions } from "../process/simulator";
import type { StoreTransaction } from "../store/open-store";
import type { CaseRow } from "./lab-store";
import { caseColumns } from "./shown-case";

/** What a lab works with. */
export type LabWorld = Pick<SimulatorOptions, "store" | "clock" | "faults">;

/**
 * The `updated_at` of a doctor's next change. One change of a doctor at a time, each later than the one before:
 * whoever lists from a cursor on misses none, also not after the clock went back.
 */
export async function nextChangeAt(
  tx: StoreTransaction,
  doctorId: string,
  now: Temporal.Instant,
): Promise<string> {
  await tx.query("select 1 from doctor where id = $1 for no key update", [doctorId]);
  const [row] = await tx.query<{ at: Date }>(
    `select greatest($2::timestamptz(3), max(updated_at) + interval '1 ms') as at
     from lab_case where doctor_id = $1`,
    [doctorId, now.toString()],
  );
  return (row?.at ?? new Date(now.epochMilliseconds)).toISOString();
}

/** After `nextChangeAt`: the case nobody else can change until the transaction ends. */
export async function lockedCase(
  tx: StoreTransaction,
  doctorId: string,
  caseId: string,
): Promise<CaseRow | undefined> {
  const [row] = await tx.query<CaseRow>(
    `select ${caseColumns} from lab_case where doctor_id = $1 and id = $2 for update`,
    [doctorId, caseId],
  );
  return row;
}
