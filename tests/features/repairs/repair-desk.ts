import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { listRepairs } from "@/features/repairs/list-repairs";
import type { Wish } from "@/features/repairs/repair";
import { repairRegistration } from "@/features/repairs/repair-registration";
import type { RepairSearch } from "@/features/repairs/repair-search";
import { makeClinicActor } from "../../support/people";
import { makePractice, type World } from "../../support/world";

const open: RepairSearch = { isRepaired: false, cause: undefined, after: undefined };

export type RepairDesk = Awaited<ReturnType<typeof openRepairDesk>>;

/** A practice whose member of staff looks after failed registrations, and its records as they are kept. */
export async function openRepairDesk(world: World) {
  const practice = await makePractice(world);
  const staff = await makeClinicActor(world, practice.id, "staff");

  async function listed(search: Partial<RepairSearch> = {}, actor: ClinicActor = staff) {
    return listRepairs(await world.services(), actor, { ...open, ...search });
  }

  /** The one entry of the list. */
  async function only() {
    const { items } = await listed();
    const [entry, another] = items;
    if (!entry || another) throw new Error(`${items.length} entries`);
    return entry;
  }

  async function repair(wish: Omit<Wish, "id">, actor: ClinicActor = staff) {
    const { id } = await only();
    return repairRegistration(await world.services(), actor, { id, ...wish });
  }

  function write(patientId: string, data: Record<string, unknown>) {
    return inPractice(world.db, practice.id, (tx) =>
      tx.patient.update({
        where: { practiceId_id: { practiceId: practice.id, id: patientId } },
        data,
      }),
    );
  }

  function read(patientId: string) {
    return inPractice(world.db, practice.id, (tx) =>
      tx.patient.findUniqueOrThrow({
        where: { practiceId_id: { practiceId: practice.id, id: patientId } },
      }),
    );
  }

  return { practice, staff, listed, only, repair, write, read };
}
