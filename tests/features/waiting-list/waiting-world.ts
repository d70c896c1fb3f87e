import { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import { inPractice } from "@/db/transaction";
import type { PatientActor } from "@/features/access/actors";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { joinWaitingList } from "@/features/waiting-list/join-list";
import { offerFreedTimes } from "@/features/waiting-list/offer-freed-times";
import { ownWaitingList } from "@/features/waiting-list/queries";
import { joinRequest, type OwnEntry } from "@/features/waiting-list/schema";
import { makePatients } from "../../support/appointments-world";
import { diaryScene, giveMailbox } from "../../support/diary-world";
import type { World } from "../../support/world";

type Wish = z.input<typeof joinRequest>;

/** A clinic by day: `freed` is booked by somebody else; whoever waits has a visit a fortnight later. */
export async function waitingScene(world: World) {
  const given = await diaryScene(world);
  const { practice, practitionerId, visitTypeId, theirs, services, at } = given;
  // Nobody is written to at night, whenever these tests run.
  await inPractice(world.db, practice.id, (tx) =>
    tx.practiceSettings.update({
      where: { practiceId: practice.id },
      data: { quietFromMinute: 0, quietUntilMinute: 0 },
    }),
  );
  const book = async (actor: PatientActor, startsAt: string): Promise<string> => {
    const booked = await bookAppointment(services, actor, {
      visitTypeId,
      practitionerId,
      startsAt,
    });
    if (!booked.ok) throw new Error(booked.reason);
    return booked.value.id;
  };
  const join = async (actor: PatientActor, wish: Wish) =>
    joinWaitingList(await world.services(), actor, joinRequest.parse(wish));
  /** Patients with a visit late one day, on the list for an earlier one. */
  const waiting = async (count: number) => {
    const people = await makePatients(world, practice.id, count);
    const made: { actor: PatientActor; visitId: string; entryId: string }[] = [];
    for (const [index, actor] of people.entries()) {
      await giveMailbox(world, actor, `w${index}-${actor.patientId}@mail.example.com`);
      const day = 14 + 7 * Math.floor(index / 16);
      const visitId = await book(actor, clock(at("09:00", day), 30 * (index % 16)));
      const joined = await join(actor, { appointmentId: visitId });
      if (!joined.ok) throw new Error(joined.reason);
      made.push({ actor, visitId, entryId: joined.value.id });
    }
    return made;
  };
  const freed = at("09:00");
  const freedId = await book(theirs, freed);
  const entriesOf = async (actor: PatientActor): Promise<OwnEntry[]> => {
    const listed = await ownWaitingList(await world.services(), actor);
    return listed.ok ? listed.value.items : [];
  };
  const offersOf = async (actor: PatientActor) =>
    (await entriesOf(actor)).flatMap(({ offers }) => offers);
  const offers = () =>
    inPractice(world.db, practice.id, (tx) =>
      tx.waitingListOffer.count({ where: { practiceId: practice.id } }),
    );
  /** How many offers a sweep made in this practice; it goes through those of the other tests too. */
  const sweep = async () => {
    const before = await offers();
    await offerFreedTimes(await world.services());
    return (await offers()) - before;
  };
  return { ...given, bookFor: book, join, waiting, freed, freedId, entriesOf, offersOf, sweep };
}

export type WaitingScene = Awaited<ReturnType<typeof waitingScene>>;

export function clock(startsAt: string, minutes: number): string {
  return Temporal.Instant.from(startsAt).add({ minutes }).toString();
}
