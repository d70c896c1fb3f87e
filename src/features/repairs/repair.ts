import type * as z from "zod";
import type { Tx } from "@/db/client";
import type { Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { PracticeFacts } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import type { repairRefusals } from "./refusals";
import type { Entry } from "./repaired-entry";
import type { repairActions, repairSchema } from "./schema";

export type RepairRefusal = keyof typeof repairRefusals;
export type Wish = z.output<typeof repairSchema> & { readonly id: string };
export type Action = (typeof repairActions)[number];

/** What a repair works with: the locked entry, and what staff gave. */
export interface Repairing {
  readonly practice: PracticeFacts;
  readonly entry: Entry;
  readonly wish: Wish;
  /** E.164, judged; for `set_mobile`. */
  readonly mobile: string | null;
}
export type Repair = (
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  repairing: Repairing,
) => Promise<Result<Repaired, RepairRefusal>>;

interface Repaired {
  readonly patientId: string | null;
  /** What was done, where it is not what was asked for. */
  readonly how?: Action;
}
