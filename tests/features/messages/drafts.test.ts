import { describe, expect, it } from "vitest";
import { keptDraft } from "@/features/messages/queries";
import { saveDraft } from "@/features/messages/save-draft";
import type { Draft } from "@/features/messages/schema";
import { sendMessage } from "@/features/messages/send-message";
import { startThread } from "@/features/messages/start-thread";
import type { ThreadMember } from "@/features/messages/thread-member";
import { makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { begin, makeCast, makeGuardian } from "./thread-world";

const world = await openWorld();
const cast = await makeCast(world);

const save = async (actor: ThreadMember, draft: Draft) =>
  saveDraft(await world.services(), actor, draft);
const kept = async (actor: ThreadMember, threadId: string) =>
  keptDraft(await world.services(), actor, { threadId });

/** Keeps a draft and answers its version. */
async function keep(actor: ThreadMember, draft: Draft): Promise<number> {
  const answer = await save(actor, draft);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.version;
}

describe("R38: a draft in two tabs", () => {
  it("is not written over by the tab that read an older one, which is told what stands there", async () => {
    const { patient } = cast;
    const threadId = await begin(world, patient);
    const read = await keep(patient, { threadId, body: "The edge" });
    const newer = await keep(patient, { threadId, body: "The edge is sharp", version: read });
    const late = await save(patient, { threadId, body: "The edge cuts", version: read });
    const there = { subject: "", body: "The edge is sharp", version: newer };
    expect(late).toEqual({ ok: false, reason: "draft_changed", detail: there });
    expect(await save(patient, { threadId, body: "", version: read })).toEqual(late);
    expect(await kept(patient, threadId)).toEqual(there);
    const both = { threadId, body: "The edge cuts\nThe edge is sharp", version: newer };
    expect(await save(patient, both)).toMatchObject({ ok: true, value: { kept: true } });
  });

  it.each(["begun", "gone on with"])(
    "%s in both at once: one is kept, the other told",
    async (how) => {
      const { patient } = cast;
      const threadId = await begin(world, patient);
      const version = how === "begun" ? 0 : await keep(patient, { threadId, body: "We" });
      const answers = await Promise.all(
        ["We leave", "We stay", "We wait"].map((body) =>
          save(patient, { threadId, body, version }),
        ),
      );
      const won = answers.findIndex(({ ok }) => ok);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      const { body } = await kept(patient, threadId);
      expect(body).toBe(["We leave", "We stay", "We wait"][won]);
      for (const answer of answers)
        if (!answer.ok) expect(answer).toMatchObject({ reason: "draft_changed", detail: { body } });
    },
  );

  it("the same words twice are one draft: the answer was lost, or both tabs show them", async () => {
    const { patient } = cast;
    const draft = { subject: "Elastics", body: "How many hours" };
    const versions = await Promise.all([keep(patient, draft), keep(patient, draft)]);
    expect(versions[0]).toBe(versions[1]);
    expect(await keep(patient, draft)).toBe(versions[0]);
  });

  it("a draft that was sent is gone: the other tab's late writing does not bring it back, nor over a new one", async () => {
    const { patient } = cast;
    const threadId = await begin(world, patient);
    const read = await keep(patient, { threadId, body: "On my way" });
    const message = { id: threadId, body: "On my way", attachmentIds: [] };
    await sendMessage(await world.services(), patient, message);
    const late = { threadId, body: "On my way", version: read };
    const nothing = { subject: "", body: "", version: 0 };
    expect(await save(patient, late)).toMatchObject({ reason: "draft_changed", detail: nothing });
    expect(await kept(patient, threadId)).toEqual(nothing);
    await keep(patient, { threadId, body: "Something new" });
    expect(await save(patient, late)).toMatchObject({ detail: { body: "Something new" } });
    expect(await save(patient, { ...late, body: "" })).toMatchObject({ reason: "draft_changed" });
  });

  it("a thread that was begun leaves no draft of it", async () => {
    const { patient } = await makeCast(world);
    const read = await keep(patient, { subject: "Tray 9", body: "It broke" });
    await startThread(await world.services(), patient, {
      subject: "Tray 9",
      body: "It broke",
      attachmentIds: [],
    });
    const late = await save(patient, { subject: "Tray 9", body: "It broke", version: read });
    expect(late).toMatchObject({ reason: "draft_changed", detail: { body: "", version: 0 } });
  });
});

describe("R38, S12: whose draft", () => {
  it("a guardian's is theirs alone: the other guardian and the child neither read nor change it", async () => {
    const { guardian, childIds } = await makeGuardian(world, cast.practice.id, { children: 1 });
    const other = (await makeGuardian(world, cast.practice.id, { children: 1 })).guardian;
    const patientId = childIds[0] ?? "";
    const secondGuardian = { ...other, patientId, personName: "The other one" };
    const threadId = await begin(world, guardian);
    const version = await keep(guardian, { threadId, body: "Between us" });
    expect((await kept(secondGuardian, threadId)).body).toBe("");
    await keep(secondGuardian, { threadId, body: "My own" });
    const guessed = await save(secondGuardian, { threadId, body: "Guessed", version });
    expect(guessed).toMatchObject({ ok: false, detail: { body: "My own" } });
    await sendMessage(await world.services(), secondGuardian, {
      id: threadId,
      body: "Sent",
      attachmentIds: [],
    });
    expect(await kept(guardian, threadId)).toEqual({ subject: "", body: "Between us", version });
    expect((await kept(cast.doctor, threadId)).body).toBe("");
  });

  it("another patient's version and thread open nothing", async () => {
    const threadId = await begin(world, cast.patient);
    const version = await keep(cast.patient, { threadId, body: "Mine" });
    const neighbour = await makePatientActor(world, cast.practice.id, {});
    const elsewhere = (await makeCast(world)).patient;
    for (const stranger of [neighbour, elsewhere])
      expect(await save(stranger, { threadId, body: "Yours", version })).toEqual({
        ok: false,
        reason: "not_found",
      });
    expect((await kept(cast.patient, threadId)).body).toBe("Mine");
  });
});
