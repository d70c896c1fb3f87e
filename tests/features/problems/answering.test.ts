import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { problemKinds } from "@/domain/problems/problem-kind";
import { sendMessage } from "@/features/messages/send-message";
import { problemOfThread, reportedProblems } from "@/features/problems/reported";
import { makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { troubled } from "./problem-world";

const world = await openWorld();

describe("R25: what a patient reads at once", () => {
  it("is the plan's own words, else the practice's, else nothing of our own, as they were at the time", async () => {
    const given = await troubled(world);
    expect((await given.reported({ kind: "lost" })).advice).toBeNull();
    await given.advise("practice", {
      cracked: "Keep the pieces.",
      ill_fitting: "Use the chewies.",
    });
    await given.advise("plan", { ill_fitting: "Go back to the one before." });
    const cracked = await given.reported({ kind: "cracked" });
    expect(cracked.advice).toEqual({ text: "Keep the pieces.", from: "practice" });
    const loose = await given.reported({ kind: "ill_fitting" });
    expect(loose.advice).toEqual({ text: "Go back to the one before.", from: "plan" });
    await given.advise(
      "plan",
      { ill_fitting: "Wait." },
      { ill_fitting: "Go back to the one before." },
    );
    const { patientId } = given.patient;
    const services = await world.services();
    expect(
      await problemOfThread(services, given.doctor, { patientId, threadId: loose.threadId }),
    ).toMatchObject({ advice: "Go back to the one before.", adviceFrom: "plan" });
    const somebody = await makePatientActor(world, given.practice.id);
    expect(
      await problemOfThread(services, somebody, {
        patientId: somebody.patientId,
        threadId: loose.threadId,
      }),
    ).toBeNull();
  });

  it("is changed by one orthodontist at a time, on a plan that is there, and noted without its words", async () => {
    const given = await troubled(world);
    expect(await given.advise("plan", { lost: "Wear 1." })).toMatchObject({
      value: { changed: true },
    });
    expect(await given.advise("plan", { lost: "Wear 3." })).toMatchObject({
      reason: "changed_meanwhile",
    });
    // Said again after a lost answer.
    expect(await given.advise("plan", { lost: "Wear 1." })).toMatchObject({
      value: { changed: false },
    });
    expect(await given.advise("practice", { lost: "A" })).toMatchObject({ ok: true });
    expect(await given.advise("practice", { lost: "B" })).toMatchObject({
      reason: "changed_meanwhile",
    });
    const { practiceId } = given.doctor;
    const log = await inPractice(world.db, practiceId, (tx) =>
      tx.auditEntry.findMany({ where: { practiceId, action: "problem_advice.changed" } }),
    );
    expect(log).toMatchObject([{ detail: { kinds: "lost" }, patientId: given.patient.patientId }]);
  });
});

describe("R25: what waits for an answer", () => {
  it("is answered by the practice's first message in its thread, not by the patient's", async () => {
    const given = await troubled(world);
    const { threadId } = await given.reported();
    const write = async (actor: typeof given.patient | typeof given.doctor) =>
      sendMessage(await world.services(), actor, { id: threadId, body: "Hm.", attachmentIds: [] });
    await write(given.patient);
    expect((await given.waiting()).count).toBe(1);
    await Promise.all([write(given.doctor), write(given.doctor)]);
    expect(await given.waiting()).toEqual({ count: 0, list: { items: [], next: null } });
    const [reported] = await reportedProblems(
      await world.services(),
      given.doctor,
      given.patient.patientId,
    );
    expect(reported).toMatchObject({ threadId, answeredAt: expect.any(String) });
    // Lost once more after that is a new report.
    expect((await given.reported()).threadId).not.toBe(threadId);
  });

  it("is listed with what was told, the longest first, own patients or all, in pages", async () => {
    const given = await troubled(world);
    const { stageId } = given.plan;
    for (const kind of problemKinds) await given.reported({ kind, words: `About ${kind}` });
    const { count, list } = await given.waiting();
    expect(count).toBe(4);
    expect(list.items.map(({ words }) => words)).toEqual(
      problemKinds.map((kind) => `About ${kind}`),
    );
    expect(list.items[0]).toMatchObject({
      patientId: given.patient.patientId,
      stage: { arch: "upper", number: 2 },
      hasPhoto: false,
    });
    const { practiceId } = given.doctor;
    await inPractice(world.db, practiceId, (tx) =>
      tx.alignerProblem.createMany({
        data: Array.from({ length: 30 }, (_, minute) => ({
          practiceId,
          patientId: given.patient.patientId,
          stageId: stageId("lower", 1),
          kind: "other" as const,
          noticedOn: new Date("2026-01-01"),
          reportedByPersonId: given.patient.personId,
          reportedAt: new Date(Date.UTC(2026, 0, 1, 8, minute)),
        })),
      }),
    );
    const first = (await given.waiting()).list;
    expect(first.items).toHaveLength(30);
    const second = (await given.waiting("mine", first.next ?? "")).list;
    expect(second.items.map(({ words }) => words)).toEqual(
      problemKinds.map((kind) => `About ${kind}`),
    );
    expect((await given.waiting("mine", "'; drop")).list.items).toHaveLength(30);
    // Somebody else's patients are seen when asked for.
    const colleague = await troubled(world);
    expect((await colleague.waiting("all")).count).toBe(0);
    await inPractice(world.db, practiceId, (tx) =>
      tx.patient.updateMany({ where: { practiceId }, data: { practitionerId: null } }),
    );
    expect([(await given.waiting()).count, (await given.waiting("all")).count]).toEqual([0, 34]);
  });
});
