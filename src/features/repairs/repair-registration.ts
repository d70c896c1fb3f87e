import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { type PracticeFacts, practiceById } from "@/features/practices/current-practice";
import { readMobile } from "@/features/registration/details/mobile-number";
import type { Services } from "@/server/services";
import type { Action, Repair, RepairRefusal, Wish } from "./repair";
import { lockEntry, markRepaired } from "./repaired-entry";
import { chooseForThem, newLink, unarchive, unlockThem } from "./repairs-of-access";
import { correctRecord, moveNumber, setMobile } from "./repairs-of-records";

const repairs: Readonly<Record<Action, Repair>> = {
  move_number: moveNumber,
  choose_record: chooseForThem,
  correct_record: correctRecord,
  set_mobile: setMobile,
  unarchive,
  unlock: unlockThem,
  new_link: newLink,
  dismiss: async (_tx, _services, _actor, { entry }) => ok({ patientId: entry.patientId }),
};

/**
 * R8: repairs one person's failed registrations of one cause by the one action that fits, or says that there is nothing
 * to repair (`dismiss`). The repair, its audit row and the entry's mark are one transaction; a second press finds it
 * repaired.
 */
export async function repairRegistration(
  services: Services,
  actor: ClinicActor,
  wish: Wish,
): Promise<Result<{ how: Action; patientId: string | null }, RepairRefusal>> {
  type Answer = Result<{ how: Action; patientId: string | null }, RepairRefusal>;
  const { practiceId } = actor;
  const practice = await practiceById(services, practiceId);
  if (!practice) return refused("not_found");
  const mobile = await mobileOf(services, practice, wish);
  if (!mobile.ok) return mobile;
  return inPracticeOrNothing<Answer>(services.db, practiceId, async (tx) => {
    const entry = await lockEntry(tx, practiceId, wish.id);
    if (!entry) return refused("not_found");
    if (entry.repairedAt !== null) return refused("already_repaired");
    const facts = { practice, entry, wish, mobile: mobile.value };
    const done = await repairs[wish.action](tx, services, actor, facts);
    if (!done.ok) throw new RolledBack<Answer>(done);
    const { patientId, how = wish.action } = done.value;
    await markRepaired(tx, services, actor, entry, how);
    await recordAudit(tx, services, auditActor(actor), {
      action: "registration.repaired",
      practiceId,
      objectKind: "failed_registration",
      objectId: entry.id,
      ...(patientId !== null && { patientId }),
      detail: { cause: entry.cause, how },
    });
    return ok({ how, patientId });
  });
}

/** Outside of the transaction: Lookup may be asked. */
async function mobileOf(
  services: Services,
  practice: PracticeFacts,
  { action, mobile }: Wish,
): Promise<Result<string | null, RepairRefusal>> {
  if (action !== "set_mobile") return ok(null);
  return mobile === undefined ? refused("number_needed") : readMobile(services, practice, mobile);
}
