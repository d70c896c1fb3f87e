import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { readConversation } from "@/features/messages/read-conversation";
import { makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { noticesOf } from "../messages/notices/notice-world";
import { makeGuardian } from "../messages/thread-world";
import { makePlan } from "../treatment/made-plan";
import { letter, stored } from "../uploads/upload-world";
import { troubled } from "./problem-world";

const world = await openWorld();
const fullDay = {
  timeZone: "UTC",
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
} as const;

describe("R25: reporting a problem with an aligner", () => {
  it("opens a thread that says what, since when and in whose words, with the photo, and tells the orthodontist", async () => {
    const given = await troubled(world);
    const photo = await stored(world, given.patient);
    const on = await given.day(-2);
    const { threadId, advice } = await given.reported({
      kind: "cracked",
      words: " It split at lunch. ",
      on,
      uploadIds: [photo.id],
    });
    expect(advice).toBeNull();
    const read = await readConversation(await world.services(), given.doctor, { id: threadId });
    if (!read.ok) throw new Error(read.reason);
    expect(read.value.thread.subject).toBe("Cracked or broken: Upper aligner 2");
    const [message] = read.value.items;
    const day = new Date(`${on}T00:00:00Z`).toLocaleDateString("en-GB", fullDay).replace(",", "");
    expect(message?.body).toBe(
      `Cracked or broken: Upper aligner 2\nNoticed on ${day}\n\nIt split at lunch.`,
    );
    expect(message?.attachments.map(({ id }) => id)).toEqual([photo.id]);
    expect(await given.rows()).toMatchObject([
      {
        threadId,
        uploadId: photo.id,
        kind: "cracked",
        words: "It split at lunch.",
        answeredAt: null,
      },
    ]);
    const { practiceId } = given.doctor;
    await noticesOf(world).awake(practiceId);
    await noticesOf(world).sweep();
    const [mails, log] = await inPractice(world.db, practiceId, async (tx) => [
      await tx.delivery.findMany({
        where: { practiceId },
        select: { purpose: true, personId: true, content: true },
      }),
      await tx.auditEntry.findMany({ where: { practiceId, action: "problem.reported" } }),
    ]);
    // S23: the mail says that there is a message, and nothing of it.
    expect(mails).toMatchObject([{ purpose: "new_message", personId: given.doctor.personId }]);
    expect(JSON.stringify(mails)).not.toMatch(/aligner|crack|split/i);
    expect(log).toHaveLength(1);
    expect(JSON.stringify(log[0]?.detail)).not.toContain("lunch");
  });

  it("makes one of a double press, a lost answer and a second tab", async () => {
    const given = await troubled(world);
    const once = await Promise.all([
      given.reported({ key: "the-same-press" }),
      given.reported({ key: "the-same-press" }),
      given.reported({ key: "a-second-tab" }),
    ]);
    expect(new Set(once.map(({ threadId }) => threadId)).size).toBe(1);
    expect(await given.rows()).toHaveLength(1);
    expect(await given.threads()).toBe(1);
    // Told again in other words: nothing typed is lost, and the way to the first one is named.
    const other = await given.report({ words: "It was the cat." });
    expect(other).toMatchObject({
      reason: "already_reported",
      detail: { threadId: once[0]?.threadId },
    });
    // Another aligner is another problem.
    const lower = given.plan.stageId("lower", 2);
    expect((await given.reported({ stageId: lower })).threadId).not.toBe(once[0]?.threadId);
  });

  it("refuses what cannot be, and leaves nothing behind", async () => {
    const given = await troubled(world);
    const pdf = await stored(world, given.patient, letter);
    const refused = async (wish: Parameters<typeof given.report>[0]) => {
      const answer = await given.report(wish);
      return answer.ok ? "reported" : answer.reason;
    };
    expect(await refused({ on: await given.day(1) })).toBe("in_future");
    expect(await refused({ on: await given.day(-366) })).toBe("long_ago");
    expect(await refused({ kind: "other", words: "  " })).toBe("words_needed");
    expect(await refused({ stageId: crypto.randomUUID() })).toBe("stage_unknown");
    expect(await refused({ uploadIds: [pdf.id] })).toBe("attachment_unknown");
    expect(await refused({ uploadIds: [crypto.randomUUID()] })).toBe("attachment_unknown");
    const somebody = await makePatientActor(world, given.practice.id);
    expect(await refused({ as: somebody })).toBe("no_plan");
    expect(await given.rows()).toEqual([]);
    expect(await given.threads()).toBe(0);
  });

  it("takes no other patient's aligner or photo, of this practice or another", async () => {
    const given = await troubled(world);
    const other = await makePatientActor(world, given.practice.id);
    const plan = await makePlan(world, given.practice, other.patientId, { worn: { upper: 1 } });
    const theirs = await stored(world, other);
    expect(await given.report({ stageId: plan.stageId("upper", 1) })).toMatchObject({
      reason: "stage_unknown",
    });
    expect(await given.report({ uploadIds: [theirs.id] })).toMatchObject({
      reason: "attachment_unknown",
    });
    const elsewhere = await troubled(world);
    expect(await given.report({ stageId: elsewhere.plan.stageId("upper", 2) })).toMatchObject({
      reason: "stage_unknown",
    });
    expect((await elsewhere.waiting("all")).count).toBe(0);
  });

  it("lets a guardian report for a child, named as such, and one who may only look not (R10)", async () => {
    const given = await troubled(world);
    for (const rights of ["full", "view"] as const) {
      const { guardian } = await makeGuardian(world, given.practice.id, { rights });
      const plan = await makePlan(world, given.practice, guardian.patientId, {
        worn: { upper: 1 },
      });
      const answer = await given.report({ as: guardian, stageId: plan.stageId("upper", 1) });
      if (rights === "view") {
        expect(answer).toMatchObject({ reason: "view_only" });
        continue;
      }
      if (!answer.ok) throw new Error(answer.reason);
      const read = await readConversation(await world.services(), guardian, {
        id: answer.value.threadId,
      });
      expect(read).toMatchObject({
        value: { items: [{ authorRole: "guardian", authorPersonId: guardian.personId }] },
      });
      expect(await given.rows()).toMatchObject([
        { patientId: guardian.patientId, reportedByPersonId: guardian.personId },
      ]);
    }
  });
});
