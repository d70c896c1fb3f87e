import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { searchThreads } from "@/features/messages/search/search-threads";
import { sendMessage } from "@/features/messages/send-message";
import { startThread } from "@/features/messages/start-thread";
import type { ThreadMember } from "@/features/messages/thread-member";
import { makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { begin, letStaffIn, makeCast, makeGuardian } from "./thread-world";

const world = await openWorld();
const cast = await makeCast(world);
const other = await makeCast(world);

async function search(actor: ThreadMember, q: string, more: object = {}) {
  const found = await searchThreads(await world.services(), actor, { q, ...more });
  if (!found.ok) throw new Error("a search is never refused");
  return found.value;
}

const idsFor = async (actor: ThreadMember, q: string) =>
  (await search(actor, q)).items.map(({ id }) => id);

const say = async (actor: ThreadMember, id: string, body: string) =>
  sendMessage(await world.services(), actor, { id, body, attachmentIds: [] });

describe("R37: search in messages", () => {
  it.each([
    ["an accent left out", "Me duele la encía de arriba", "encia"],
    ["an accent too many", "Me duele la encia de arriba", "encía"],
    ["another ending in Spanish", "Las citas del martes", "cita"],
    ["a plural for a singular in Spanish", "Tengo un alineador roto", "alineadores"],
    ["a plural for a singular in English", "My aligner broke", "aligners"],
    ["the beginning of a word", "My attachment fell off", "attach"],
    ["capitals", "GREEN elastics", "green ELASTICS"],
    ["two words apart", "The wire pokes into the left cheek", "cheek wire"],
    ["Arabic", "عندي ألم في الأسنان", "ألم"],
    ["Arabic without its hamza", "عندي ألم في الأسنان", "الم"],
    ["Arabic with vowel signs", "المُقَوِّم مكسور", "المقوم"],
    ["Arabic with another final letter", "هذه مشكلة كبيرة", "مشكله"],
    ["a word of a language with other letters", "Das drückt an der Straße", "strasse"],
    ["punctuation around it", "It hurts (badly!), really.", "badly!"],
  ])("finds %s", async (_, body, q) => {
    const patient = await makePatientActor(world, cast.practice.id);
    const id = await begin(world, patient, { body });
    await begin(world, patient, { body: "Something quite different" });
    expect(await idsFor(patient, q)).toEqual([id]);
  });

  it("names the newest message that has the words, and marks them", async () => {
    const patient = await makePatientActor(world, cast.practice.id);
    const id = await begin(world, patient, { body: "The encía is swollen" });
    await say(patient, id, "Is it normal that the Encías hurt at night?");
    await say(patient, id, "Thank you");
    const { items } = await search(patient, "encia");
    expect(items).toHaveLength(1);
    expect(items[0]?.message).toMatchObject({ number: 2, mine: true });
    expect(items[0]?.message?.snippet).toEqual([
      { text: "Is it normal that the ", isMatch: false },
      { text: "Encías", isMatch: true },
      { text: " hurt at night?", isMatch: false },
    ]);
  });

  it("finds a subject whose messages say nothing of it", async () => {
    const patient = await makePatientActor(world, cast.practice.id);
    const id = await begin(world, patient);
    const { items } = await search(patient, "tray");
    expect(items).toMatchObject([{ id, message: null }]);
    expect(items[0]?.subject[0]).toEqual({ text: "Tray", isMatch: true });
  });

  it("finds nothing for nothing, for signs alone, and for words that stand in two messages", async () => {
    const patient = await makePatientActor(world, cast.practice.id);
    const id = await begin(world, patient, { body: "purple" });
    await say(patient, id, "orange");
    for (const q of ["", "  ", ":* & | !", "''\\", "purple orange"])
      expect(await search(patient, q)).toEqual({ items: [], next: null, searchedTo: null });
  });

  it("hands markup over as words", async () => {
    const patient = await makePatientActor(world, cast.practice.id);
    const body = "<script>alert('zebra')</script> <mark>zebra</mark>";
    await begin(world, patient, { body });
    const { items } = await search(patient, "zebra");
    const parts = items[0]?.message?.snippet ?? [];
    expect(parts.map(({ text }) => text).join("")).toBe(body);
    expect(parts.filter(({ isMatch }) => isMatch)).toEqual([
      { text: "zebra", isMatch: true },
      { text: "zebra", isMatch: true },
    ]);
  });

  it("leads from page to page without gaps and doubles", async () => {
    const { practice, doctor } = await makeCast(world);
    const patient = await makePatientActor(world, practice.id);
    const ids: string[] = [];
    for (let count = 0; count < 23; count += 1)
      ids.push(await begin(world, patient, { body: `flamingo ${count}` }));
    const first = await search(doctor, "flamingo");
    expect(first.items).toHaveLength(20);
    const second = await search(doctor, "flamingo", { cursor: first.next });
    expect(second).toMatchObject({ next: null });
    const found = [...first.items, ...second.items].map(({ id }) => id);
    expect(found).toHaveLength(23);
    expect(new Set(found)).toEqual(new Set(ids));
    expect((await search(doctor, "flamingo", { cursor: "nonsense" })).items).toHaveLength(20);
  });
});

it("R37: looks through so much at a time, says how far back it came, and goes on from there", async () => {
  const { practice, doctor } = await makeCast(world);
  const patient = await makePatientActor(world, practice.id);
  const old = await begin(world, patient, { body: "toucan" });
  const busy = await begin(world, patient, { body: "a long talk" });
  const recent = await begin(world, patient, { body: "toucan" });
  // As many messages as one request reads.
  await inPractice(
    world.db,
    practice.id,
    (tx) =>
      tx.$executeRaw`update tenant.thread set message_count = 100000 where id = ${busy}::uuid`,
  );
  const first = await search(doctor, "toucan");
  expect(first.items.map(({ id }) => id)).toEqual([recent]);
  expect(first.searchedTo).not.toBeNull();
  const second = await search(doctor, "toucan", { cursor: first.next });
  expect(second).toMatchObject({ items: [{ id: old }], next: null, searchedTo: null });
});

describe("R37, R52, S12: whose messages a search finds", () => {
  it("the patient's own, and every orthodontist's of the practice", async () => {
    const id = await begin(world, cast.patient, { body: "pelican" });
    expect(await idsFor(cast.patient, "pelican")).toEqual([id]);
    const { items } = await search(cast.doctor, "pelican");
    expect(items).toMatchObject([{ id, patientId: cast.patient.patientId }]);
    const neighbour = await makePatientActor(world, cast.practice.id);
    for (const stranger of [neighbour, other.patient, other.doctor, other.staff])
      expect(await idsFor(stranger, "pelican")).toEqual([]);
  });

  it("no patient's by naming them", async () => {
    const neighbour = await makePatientActor(world, cast.practice.id);
    await begin(world, cast.patient, { body: "ostrich" });
    const { patientId } = cast.patient;
    expect(await search(neighbour, "ostrich", { patientId })).toMatchObject({ items: [] });
    expect((await search(cast.doctor, "ostrich", { patientId })).items).toHaveLength(1);
    const { patientId: nobodys } = neighbour;
    expect((await search(cast.doctor, "ostrich", { patientId: nobodys })).items).toEqual([]);
  });

  it("staff's only where they take part", async () => {
    const id = await begin(world, cast.patient, { body: "heron" });
    await letStaffIn(world, cast.practice.id, id, false);
    expect(await idsFor(cast.staff, "heron")).toEqual([]);
    await letStaffIn(world, cast.practice.id, id, true);
    expect(await idsFor(cast.staff, "heron")).toEqual([id]);
  });

  it("R10: a guardian's for the child they act for alone", async () => {
    const { guardian, childIds } = await makeGuardian(world, cast.practice.id);
    const [, secondId = ""] = childIds;
    const forSecond = { ...guardian, patientId: secondId };
    const id = await begin(world, forSecond, { body: "puffin" });
    expect(await idsFor(guardian, "puffin")).toEqual([]);
    expect(await idsFor(forSecond, "puffin")).toEqual([id]);
  });

  it("S11: a practice's walls hold without the query's own conditions", async () => {
    await startThread(await world.services(), cast.patient, {
      subject: "Ibis",
      body: "ibis",
      attachmentIds: [],
    });
    const seen = (practiceId: string) =>
      inPractice(
        world.db,
        practiceId,
        (tx) =>
          tx.$queryRaw<unknown[]>`select 1 from tenant.message
            where search @@ tenant.message_query(array['ibis'])`,
      );
    expect(await seen(other.practice.id)).toEqual([]);
    expect(await seen(cast.practice.id)).toHaveLength(1);
  });
});
