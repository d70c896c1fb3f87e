import type { CalendarFeedKind } from "@/db/generated/enums";
import type { SessionActor } from "@/features/access/actors";
import { isPatientRole } from "@/features/access/actors";

/** Patients and guardians subscribe to their visits, people of the practice to their own column of the diary. */
export function feedKindOf({ role }: Pick<SessionActor, "role">): CalendarFeedKind {
  return isPatientRole(role) ? "visits" : "diary";
}
