import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { cancelCheckIn } from "@/features/check-ins/cancel-check-in";
import { ownCheckIn } from "@/features/check-ins/own-check-in";
import { reviewCheckIn } from "@/features/check-ins/review-check-in";
import { smilePhotos } from "@/features/check-ins/smile-photos";
import { countWaitingCheckIns, waitingCheckIns } from "@/features/check-ins/waiting";
import { recordAlignerChange } from "@/features/treatment/record-aligner-change";
import { makeClinicActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { atPhotoStop, judge, sendAll } from "./check-in-world";

const world = await openWorld();

async function sent() {
  const given = await atPhotoStop(world);
  const id = await given.asked();
  const uploads = await sendAll(world, given.actor, id);
  return { ...given, id, uploads };
}

describe("R24: the orthodontist's verdict", () => {
  it("go opens the stop on both arches, once, and the next aligner can be marked", async () => {
    const given = await sent();
    expect(await given.waitsFor()).toEqual(["photo_check_in", "photo_check_in"]);
    expect(await judge(world, given.doctor, given.id, { verdict: "go", note: "Lovely" })).toEqual({
      ok: true,
      value: { id: given.id, state: "go", released: true, askedAgainId: null, nextWaitingId: null },
    });
    expect(await given.waitsFor()).toEqual([null, null]);
    expect(await ownCheckIn(await world.services(), given.actor)).toMatchObject({
      open: null,
      last: { state: "go", note: "Lovely", reviewedByName: given.doctor.personName },
    });
    const releases = await inPractice(world.db, given.practice.id, (tx) =>
      tx.stopRelease.findMany({ where: { planId: given.plan.planId } }),
    );
    expect(releases.map(({ checkInId }) => checkInId)).toEqual([given.id, given.id]);
    const change = { stage: 3, changedOn: await given.day(0) };
    expect((await recordAlignerChange(await world.services(), given.actor, change)).ok).toBe(true);
  });

  it("not yet keeps the stop, asks again by a day, and the patient reads why", async () => {
    const given = await sent();
    const say = async (note: string, dueOn?: string) =>
      judge(world, given.doctor, given.id, {
        verdict: "not_yet",
        note,
        ...(dueOn !== undefined && { dueOn }),
      });
    expect(await say("", await given.day(3))).toMatchObject({ reason: "note_missing" });
    expect(await say("Three more days")).toMatchObject({ reason: "due_missing" });
    expect(await say("Three more days", await given.day(-1))).toMatchObject({
      reason: "due_in_past",
    });
    const answer = await say("Three more days", await given.day(3));
    expect(answer).toMatchObject({ ok: true, value: { state: "not_yet", released: false } });
    expect(await given.waitsFor()).toEqual(["photo_check_in", "photo_check_in"]);
    expect(await ownCheckIn(await world.services(), given.actor)).toMatchObject({
      open: { state: "requested", note: "Three more days", dueOn: await given.day(3), photos: [] },
      last: { state: "not_yet", note: "Three more days" },
    });
    const again = answer.ok ? (answer.value.askedAgainId ?? "") : "";
    await sendAll(world, given.actor, again);
    const reviewed = await reviewCheckIn(await world.services(), given.doctor, again);
    expect(reviewed?.before).toMatchObject({ id: given.id, stageNumber: 2 });
    expect(reviewed?.before?.photos).toHaveLength(5);
    expect(await judge(world, given.doctor, again, { verdict: "go" })).toMatchObject({
      value: { released: true },
    });
    // R27: then and now, from the front photos.
    const smiles = await smilePhotos(
      await world.services(),
      given.practice.id,
      given.actor.patientId,
    );
    expect(smiles.map(({ checkInId, stageNumber }) => [checkInId, stageNumber])).toEqual([
      [given.id, 2],
      [again, 2],
    ]);
  });

  it("of two orthodontists at once one verdict counts, and a verdict or a cancelling", async () => {
    const given = await sent();
    const colleague = await makeClinicActor(world, given.practice.id, "orthodontist");
    const dueOn = await given.day(3);
    const verdicts = await Promise.all([
      judge(world, given.doctor, given.id, { verdict: "go" }),
      judge(world, colleague, given.id, { verdict: "not_yet", note: "Wait", dueOn }),
      judge(world, colleague, given.id, { verdict: "go" }),
    ]);
    expect(verdicts.filter(({ ok }) => ok)).toHaveLength(1);
    for (const lost of verdicts.filter(({ ok }) => !ok))
      expect(lost).toMatchObject({ reason: "already_judged" });
    const judged = (await given.audited()).filter(({ action }) => action === "check_in.judged");
    expect(judged).toHaveLength(1);

    const second = await sent();
    const both = await Promise.all([
      judge(world, second.doctor, second.id, { verdict: "go" }),
      cancelCheckIn(await world.services(), second.doctor, { id: second.id }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const [row] = await second.rows();
    const isGo = row?.state === "go";
    expect(await second.waitsFor()).toEqual(
      isGo ? [null, null] : ["photo_check_in", "photo_check_in"],
    );
  });

  it("nothing is judged before it is sent, nor by another practice", async () => {
    const given = await atPhotoStop(world);
    const other = await atPhotoStop(world);
    const id = await given.asked();
    expect(await judge(world, given.doctor, id, { verdict: "go" })).toMatchObject({
      reason: "not_sent_yet",
    });
    await sendAll(world, given.actor, id);
    const services = await world.services();
    expect(await judge(world, other.doctor, id, { verdict: "go" })).toMatchObject({
      reason: "not_found",
    });
    expect(await cancelCheckIn(services, other.doctor, { id })).toMatchObject({
      reason: "not_found",
    });
    expect(await reviewCheckIn(services, other.doctor, id)).toBeNull();
    const wish = { everybody: true };
    expect((await waitingCheckIns(services, other.doctor, wish)).items).toEqual([]);
    expect(await countWaitingCheckIns(services, given.doctor, wish)).toBe(1);
    // Own patients first (R52): this one has no orthodontist of their own.
    expect(await countWaitingCheckIns(services, given.doctor, { everybody: false })).toBe(0);
  });

  it("go where the plan has ended meanwhile is a verdict that opens nothing", async () => {
    const ended = await sent();
    await inPractice(world.db, ended.practice.id, (tx) =>
      tx.treatmentPlan.updateMany({ data: { completedAt: new Date("2026-01-01T00:00:00Z") } }),
    );
    expect(await judge(world, ended.doctor, ended.id, { verdict: "go" })).toMatchObject({
      ok: true,
      value: { state: "go", released: false },
    });
  });

  it("S23: mails say that something is to be done or was answered, and not what", async () => {
    const given = await sent();
    const login = await inPractice(world.db, given.practice.id, (tx) =>
      tx.membership.findFirstOrThrow({
        where: { practiceId: given.practice.id, patientId: given.actor.patientId },
        select: { loginId: true },
      }),
    );
    await world.db.prisma.login.update({
      where: { id: login.loginId },
      data: {
        email: `p${given.id}@mail.example`,
        emailFolded: `p${given.id}@mail.example`,
        emailVerifiedAt: new Date("2026-01-01T00:00:00Z"),
      },
    });
    await inPractice(world.db, given.practice.id, (tx) =>
      tx.patient.updateMany({
        where: { practiceId: given.practice.id, id: given.actor.patientId },
        data: { loginId: login.loginId },
      }),
    );
    await judge(world, given.doctor, given.id, {
      verdict: "not_yet",
      note: "Gap at 23",
      dueOn: await given.day(2),
    });
    const mails = await given.mails();
    expect(mails.map(({ purpose }) => purpose)).toEqual(["check_in_asked"]);
    expect(mails[0]?.content).toEqual({ values: { page: "/" } });
    expect(JSON.stringify(mails[0])).not.toMatch(/gap|photo|23\b.*gap|aligner|tooth/i);
  });
});

describe("R24: the queue", () => {
  it("lists the oldest first, own patients or the whole practice, a page at a time", async () => {
    const given = await sent();
    const services = await world.services();
    const page = await waitingCheckIns(services, given.doctor, { everybody: true });
    expect(page).toMatchObject({
      items: [
        {
          id: given.id,
          patientId: given.actor.patientId,
          stageNumber: 2,
          photoCount: 5,
          frontUploadId: given.uploads[0],
        },
      ],
      next: null,
    });
    const rest = await waitingCheckIns(services, given.doctor, {
      everybody: true,
      after: given.id,
    });
    expect(rest.items).toEqual([]);
  });
});
