import { describe, expect, it } from "vitest";
import { saveDraft } from "@/features/messages/compose/save-draft";
import { keptDraft } from "@/features/messages/queries";
import type { Draft } from "@/features/messages/schema";
import { sendMessage } from "@/features/messages/send-message";
import { startThread } from "@/features/messages/start-thread";
import type { ThreadMember } from "@/features/messages/thread-member";
import { sweepUploads } from "@/features/uploads/sweep-uploads";
import { makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { jpeg, stored, view } from "../uploads/upload-world";
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
    const there = { subject: "", body: "The edge is sharp", attachments: [], version: newer };
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
    const nothing = { subject: "", body: "", attachments: [], version: 0 };
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
    expect(await kept(guardian, threadId)).toMatchObject({ body: "Between us", version });
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

describe("R38, S15: the files of a draft", () => {
  const idsOf = (draft: { attachments: readonly { id: string }[] }) =>
    draft.attachments.map(({ id }) => id);

  it("are there again in their order, outlive the sweep with it, and go when it goes", async () => {
    const { patient, practice } = await makeCast(world);
    const threadId = await begin(world, patient);
    const [first, second, left] = [
      await stored(world, patient),
      await stored(world, patient),
      await stored(world, patient),
    ];
    const attachmentIds = [second.id, first.id];
    // Files alone are a draft too.
    const version = await keep(patient, { threadId, body: "", attachmentIds });
    await world.advance("PT61M");
    expect(await sweepUploads(await world.services(), practice.id)).toBe(1);
    expect(await view(world, patient, left.id)).toBeNull();
    const draft = await kept(patient, threadId);
    expect(idsOf(draft)).toEqual(attachmentIds);
    expect(draft.attachments[0]).toMatchObject({ kind: "photo", fileName: "Zahn 7.jpg" });

    const fewer = { threadId, body: "Look", attachmentIds: [first.id], version };
    await keep(patient, fewer);
    expect(await sweepUploads(await world.services(), practice.id)).toBe(1);
    const late = await save(patient, { threadId, body: "Late", attachmentIds, version });
    expect(late).toMatchObject({ detail: { body: "Look", attachments: [{ id: first.id }] } });

    const message = { id: threadId, body: "Look", attachmentIds: [first.id] };
    expect(await sendMessage(await world.services(), patient, message)).toMatchObject({ ok: true });
    expect(idsOf(await kept(patient, threadId))).toEqual([]);
    expect(await view(world, patient, first.id)).not.toBeNull();
    // What hangs on a message is in no draft again.
    await keep(patient, { threadId, body: "Once more", attachmentIds: [first.id] });
    expect(idsOf(await kept(patient, threadId))).toEqual([]);
  });

  it("are the writer's own, about this patient: nobody else's file is kept or spared", async () => {
    const { patient, doctor, practice } = await makeCast(world);
    const threadId = await begin(world, patient);
    const mine = await stored(world, patient);
    const others = [
      await stored(
        world,
        doctor,
        jpeg().then((sent) => ({ ...sent, patientId: patient.patientId })),
      ),
      await stored(world, await makePatientActor(world, practice.id, {})),
      await stored(world, (await makeCast(world)).patient),
    ];
    const attachmentIds = [...others, mine].map(({ id }) => id);
    await keep(patient, { threadId, body: "Look", attachmentIds });
    expect(idsOf(await kept(patient, threadId))).toEqual([mine.id]);
    expect(idsOf(await kept(doctor, threadId))).toEqual([]);
    await keep(doctor, { threadId, body: "And I", attachmentIds: [mine.id] });
    expect(idsOf(await kept(doctor, threadId))).toEqual([]);
    await world.advance("PT61M");
    expect(await sweepUploads(await world.services(), practice.id)).toBe(2);
  });
});
