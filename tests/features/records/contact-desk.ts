import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { changeContact } from "@/features/records/change-contact";
import { makeClinicActor } from "../../support/people";
import { makePractice, type World } from "../../support/world";
import { registeredPatient } from "../access/people";

type Wish = Omit<Parameters<typeof changeContact>[2], "id" | "version"> & { version?: number };

export type ContactDesk = Awaited<ReturnType<typeof openContactDesk>>;

/** A practice with a practice system to tell, and a member of staff who changes how patients are reached. */
export async function openContactDesk(world: World) {
  const practice = await makePractice(world);
  const staff = await makeClinicActor(world, practice.id, "staff");
  const { now } = await world.services();
  await inPractice(world.db, practice.id, (tx) =>
    tx.pmsConnection.create({
      data: { practiceId: practice.id, kind: "dentally", updatedAt: fromInstant(now) },
    }),
  );

  async function change(id: string, wish: Wish, actor: ClinicActor = staff) {
    return changeContact(await world.services(), actor, { version: 1, ...wish, id });
  }

  function read(id: string) {
    return inPractice(world.db, practice.id, (tx) =>
      tx.patient.findUniqueOrThrow({
        where: { practiceId_id: { practiceId: practice.id, id } },
      }),
    );
  }

  function deliveries() {
    return inPractice(world.db, practice.id, (tx) =>
      tx.delivery.findMany({
        where: { practiceId: practice.id },
        orderBy: { id: "asc" },
        select: { kind: true, purpose: true, recipient: true },
      }),
    );
  }

  /** A registered patient of this practice, whose record says so. */
  async function registered() {
    const robin = await registeredPatient(world, { practiceId: practice.id });
    const at = fromInstant((await world.services()).now);
    await inPractice(world.db, practice.id, (tx) =>
      tx.patient.update({
        where: { practiceId_id: { practiceId: practice.id, id: robin.patientId } },
        data: {
          portalStatus: "registered",
          mobilePhone: robin.mobile,
          mobileVerifiedAt: at,
          email: robin.email,
          emailVerifiedAt: at,
        },
      }),
    );
    return robin;
  }

  return { practice, staff, change, read, deliveries, registered };
}
