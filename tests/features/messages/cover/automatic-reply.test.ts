import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { endAbsence } from "@/features/messages/cover/end-absence";
import { closeThread } from "@/features/messages/inbox/change-state";
import { markRead } from "@/features/messages/mark-read";
import { readConversation } from "@/features/messages/read-conversation";
import { sendMessage } from "@/features/messages/send-message";
import type { ThreadMember } from "@/features/messages/thread-member";
import { makePatientActor } from "../../../support/people";
import { openWorld } from "../../../support/world";
import { begin } from "../thread-world";
import { type CoverCast, makeCoverCast, setAway } from "./cover-world";

const world = await openWorld();
const reply = "I am away until Monday.";

const send = async (actor: ThreadMember, id: string) =>
  sendMessage(await world.services(), actor, { id, body: "Hello", attachmentIds: [] });
const read = async (actor: ThreadMember, id: string) => {
  const page = await readConversation(await world.services(), actor, { id });
  if (!page.ok) throw new Error(page.reason);
  return page.value;
};
const said = async (actor: ThreadMember, id: string) =>
  (await read(actor, id)).items.map(({ automatic, body }) => (automatic ? `auto: ${body}` : body));
const thread = ({ practice }: CoverCast, id: string) =>
  inPractice(world.db, practice.id, (tx) =>
    tx.thread.findUniqueOrThrow({ where: { practiceId_id: { practiceId: practice.id, id } } }),
  );

describe("R40: out-of-office reply", () => {
  it("comes once for each thread and absence, marked, and is nobody's answer", async () => {
    const cast = await makeCoverCast(world);
    const { practice, doctor, patient } = cast;
    const before = await begin(world, patient);
    const { id: absenceId } = await setAway(world, cast, { reply });
    expect(await said(patient, before)).toEqual(["It feels tight."]);
    const id = await begin(world, patient);
    expect(await said(patient, id)).toEqual([`auto: ${reply}`, "It feels tight."]);
    const { items } = await read(patient, id);
    expect(items[0]).toMatchObject({
      number: 2,
      authorName: "Dr Example",
      authorRole: "orthodontist",
      authorPersonId: doctor.personId,
      mine: false,
    });
    const first = await thread(cast, id);
    expect(first).toMatchObject({
      state: "open",
      lastMessageByPatient: true,
      messageCount: 2,
      unansweredFrom: 1,
    });
    await send(patient, id);
    await send(patient, before);
    expect(await said(patient, id)).toHaveLength(3);
    expect(await said(patient, before)).toEqual([`auto: ${reply}`, "Hello", "It feels tight."]);
    expect(await thread(cast, id)).toMatchObject({
      unansweredFrom: 1,
      unansweredSinceAt: first.unansweredSinceAt,
    });
    const bundles = await inPractice(world.db, practice.id, (tx) =>
      tx.noticeBundle.findMany({ where: { practiceId: practice.id, personId: patient.personId } }),
    );
    expect(bundles).toEqual([]);

    // Back, and away once more: another absence, another reply.
    await endAbsence(await world.services(), doctor, { id: absenceId });
    await send(patient, id);
    expect(await said(patient, id)).toHaveLength(4);
    await setAway(world, cast, { reply: "Away again." });
    await closeThread(await world.services(), doctor, { id, upTo: 10 });
    await send(patient, id);
    expect((await said(patient, id))[0]).toBe("auto: Away again.");
    expect(await thread(cast, id)).toMatchObject({ state: "open", unansweredFrom: 5 });
  });

  it("S16: two messages at once are answered once", async () => {
    const cast = await makeCoverCast(world);
    const id = await begin(world, cast.patient);
    await setAway(world, cast, { reply });
    const sent = await Promise.all([1, 2, 3, 4].map(() => send(cast.patient, id)));
    expect(sent.every(({ ok }) => ok)).toBe(true);
    const { items } = await read(cast.patient, id);
    expect(items.map(({ number }) => number)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(items.filter(({ automatic }) => automatic)).toHaveLength(1);
  });

  it("comes in the days of the practice's zone alone, and where words were left", async () => {
    const cast = await makeCoverCast(world);
    const { patient, practice, cover, coverPractitionerId } = cast;
    await setAway(world, cast, { from: 1, until: 2, reply });
    const id = await begin(world, patient);
    expect(await said(patient, id)).toHaveLength(1);
    await world.db.prisma.practice.update({
      where: { id: practice.id },
      data: { zone: "Pacific/Kiritimati" },
    });
    const { now } = await world.services();
    const here = now.toZonedDateTimeISO("Europe/Berlin").toPlainDate();
    const isTomorrowThere =
      now.toZonedDateTimeISO("Pacific/Kiritimati").toPlainDate().toString() !== here.toString();
    await send(patient, id);
    expect(await said(patient, id)).toHaveLength(isTomorrowThere ? 3 : 2);

    const theirs = await makePatientActor(world, practice.id, {
      practitionerId: coverPractitionerId,
    });
    await setAway(world, cast, {
      from: 5,
      until: 9,
      of: coverPractitionerId,
      by: cover,
      coveredBy: null,
    });
    await world.advance("P6D");
    expect(await said(theirs, await begin(world, theirs))).toHaveLength(1);
  });

  it("what the practice writes is answered by nobody; a reader of one side has not read it yet", async () => {
    const cast = await makeCoverCast(world);
    const { doctor, cover, patient } = cast;
    await setAway(world, cast, { reply });
    const id = await begin(world, cover, { patientId: patient.patientId });
    expect(await said(patient, id)).toHaveLength(1);
    await markRead(await world.services(), patient, { id });
    await send(patient, id);
    const { thread: seen } = await read(patient, id);
    expect(seen).toMatchObject({ messageCount: 3, readUpTo: 2 });
    expect(await said(doctor, id)).toEqual([`auto: ${reply}`, "Hello", "It feels tight."]);
  });
});
