import type { Temporal } from "temporal-polyfill";
import type { StoreTransaction } from "../store/open-store";

export interface LogEntry {
  readonly lab: string;
  readonly userName?: string;
  readonly event:
    | "case"
    | "scan"
    | "list"
    | "sign-in"
    | "addition"
    | "plan-review"
    | "cancel"
    | "webhook";
  readonly outcome: "accepted" | "repeated" | "refused";
  readonly caseNumber?: string;
  readonly detail?: string;
}

export async function writeLog(
  store: StoreTransaction,
  at: Temporal.Instant,
  { lab, userName, event, outcome, caseNumber, detail }: LogEntry,
): Promise<void> {
  await store.query(
    `insert into log (at, lab_key, user_name, event, outcome, case_number, detail)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [at.toString(), lab, userName ?? null, event, outcome, caseNumber ?? null, detail ?? null],
  );
}
