import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { openWorld } from "../../support/world";
import { makeGuardian, makeReminded } from "../reminders/reminders-world";
import { makePlan, today } from "../treatment/made-plan";
import { type Reminding, remindingPractice } from "./change-world";

const world = await openWorld();

/** A pause or an extension as the orthodontist's decision leaves it. */
async function decide(
  given: Reminding,
  planId: string,
  what: { pauseFrom?: string; extend?: { stageId: string; days: number } },
) {
  const { practiceId } = given;
  const { now } = await world.services();
  const [adjustment, person] = [crypto.randomUUID(), crypto.randomUUID()];
  await given.run(`insert into tenant.plan_adjustment (practice_id, id, plan_id, number, kind, by_person_id, by_name, created_at)
    values ('${practiceId}', '${adjustment}', '${planId}', (select count(*) + 1 from tenant.plan_adjustment where plan_id = '${planId}'),
      '${what.extend ? "extension" : "pause"}', '${person}', 'A', '${now}')`);
  await given.run(
    what.extend
      ? `insert into tenant.stage_extension (practice_id, id, plan_id, stage_id, days, adjustment_id, by_person_id, created_at)
          values ('${practiceId}', '${crypto.randomUUID()}', '${planId}', '${what.extend.stageId}', ${what.extend.days}, '${adjustment}', '${person}', '${now}')`
      : `insert into tenant.plan_pause (practice_id, id, plan_id, from_on, adjustment_id, by_person_id, created_at)
          values ('${practiceId}', '${crypto.randomUUID()}', '${planId}', '${what.pauseFrom}', '${adjustment}', '${person}', '${now}')`,
  );
}

describe("R23: reminders of aligner changes", () => {
  it("go out the evening before by mail, for both arches in one, and say nothing of the treatment (S23)", async () => {
    const given = await remindingPractice(world);
    const robin = await given.wearing(1);
    expect(await given.sweep(0, "18:29")).toBe(0);
    expect(await given.sweep(0, "18:30")).toBe(1);
    expect(await given.queued()).toEqual([`mail change_before queued ${robin.email}`]);
    expect(await given.notes()).toHaveLength(2);
    const rows = await inPractice(world.db, given.practiceId, (tx) =>
      tx.delivery.findMany({
        where: { practiceId: given.practiceId },
        select: { content: true, expiresAt: true },
      }),
    );
    expect(rows[0]?.content).toEqual({ values: { page: "/" } });
    // "Tomorrow" is dropped when the day is over (S17).
    const midnight = `${await today(world, given.practice, 1)}T00:00`;
    expect(
      rows[0]?.expiresAt?.toLocaleString("sv", { timeZone: given.practice.zone }).slice(0, 16),
    ).toBe(midnight.replace("T", " "));
  });

  it("go out once, though the job runs again, two workers run at once, or one died halfway", async () => {
    const given = await remindingPractice(world);
    for (let count = 0; count < 3; count += 1) await given.wearing(1);
    const both = await Promise.all([given.sweep(0, "18:30"), given.sweep(0, "18:30")]);
    expect(both[0] + both[1]).toBe(3);
    // As if the note of the finished round were lost with its machine.
    await given.run(
      "update tenant.change_reminder_round set finished_at = null, after_plan_id = null",
    );
    expect(await Promise.all([given.sweep(0, "18:31"), given.sweep(0, "19:00")])).toEqual([0, 0]);
    expect(await given.queued()).toHaveLength(3);
  });

  it("go the way each person chose, and to a guardian for the child with its own page", async () => {
    const given = await remindingPractice(world);
    const [texts, both, none, child] = [
      await given.wearing(1),
      await given.wearing(1),
      await given.wearing(1),
      await given.wearing(1),
    ];
    await given.choose(texts, "change_before", { mail: false, sms: true });
    await given.choose(both, "change_before", { mail: true, sms: true });
    await given.choose(none, "change_before", { mail: false, sms: false });
    const kim = await makeGuardian(world, given.practiceId, [child.patientId]);
    await given.choose(child, "change_before", { mail: false, sms: false });
    await given.sweep(0, "18:30");
    expect((await given.queued()).toSorted()).toEqual(
      [
        `sms change_before queued ${texts.mobile}`,
        `mail change_before queued ${both.email}`,
        `sms change_before queued ${both.mobile}`,
        `mail change_before queued ${kim.email}`,
      ].toSorted(),
    );
    const [row] = await inPractice(world.db, given.practiceId, (tx) =>
      tx.delivery.findMany({
        where: { practiceId: given.practiceId, recipient: kim.email },
        select: { content: true, patientId: true },
      }),
    );
    expect(row).toEqual({
      content: { values: { page: `/?patient=${child.patientId}` } },
      patientId: child.patientId,
    });
    const skipped = (await given.notes()).filter(({ planId }) => planId === none.plan.planId);
    expect(skipped.map(({ skippedReason }) => skippedReason)).toEqual(["not_wanted", "not_wanted"]);
  });

  it("come in the morning for those who want them then, without the evening's", async () => {
    const given = await remindingPractice(world);
    const robin = await given.wearing(1);
    await given.choose(robin, "change_before", { mail: false, sms: false });
    await given.choose(robin, "change_day", { mail: true, sms: false });
    await given.sweep(0, "18:30");
    await given.sweep(1, "08:30");
    expect(await given.queued()).toEqual([`mail change_day queued ${robin.email}`]);
  });

  it("never come in a pause, at a stop, when it is done, or to nobody who can be reached", async () => {
    const given = await remindingPractice(world);
    const paused = await given.wearing(1);
    await decide(given, paused.plan.planId, { pauseFrom: await today(world, given.practice) });
    await given.wearing(1, { stopAfter: { stage: 2, stop: "visit" } });
    await given.wearing(1, { approved: false });
    const done = await given.wearing(1);
    for (const arch of ["upper", "lower"] as const) {
      await given.run(`insert into tenant.aligner_change (practice_id, id, plan_id, stage_id, patient_id, changed_on, recorded_by_person_id, recorded_at)
        values ('${given.practiceId}', '${crypto.randomUUID()}', '${done.plan.planId}', '${done.plan.stageId(arch, 3)}', '${done.patientId}',
          '${await today(world, given.practice)}', '${done.personId}', now())`);
    }
    const archived = await given.wearing(1);
    await given.run(
      `update tenant.patient set archived_at = now(), archived_reason = 'moved' where id = '${archived.patientId}'`,
    );
    const erased = await given.wearing(1);
    await world.owner.pool.query("update identity.login set status = 'disabled' where id = $1", [
      erased.loginId,
    ]);
    const unproved = await given.wearing(1);
    await world.owner.pool.query(
      "update identity.login set email_verified_at = null, mobile_verified_at = null where id = $1",
      [unproved.loginId],
    );
    await given.sweep(0, "18:30");
    expect(await given.queued()).toEqual([]);
    const reasons = (await given.notes()).map(
      ({ planId, skippedReason }) => `${planId} ${skippedReason}`,
    );
    expect(new Set(reasons)).toEqual(
      new Set([`${erased.plan.planId} no_recipient`, `${unproved.plan.planId} no_recipient`]),
    );
  });
});

describe("R23: a plan that moves between", () => {
  it("brings no reminder for the old day and one for the new", async () => {
    const given = await remindingPractice(world);
    const robin = await given.wearing(1);
    const { plan } = robin;
    for (const arch of ["upper", "lower"] as const)
      await decide(given, plan.planId, { extend: { stageId: plan.stageId(arch, 2), days: 3 } });
    for (const day of [0, 1, 2]) await given.sweep(day, "18:30");
    expect(await given.queued()).toEqual([]);
    await given.sweep(3, "18:30");
    expect(await given.queued()).toEqual([`mail change_before queued ${robin.email}`]);
  });

  it("drops what has not left yet", async () => {
    const given = await remindingPractice(world);
    const { plan, email } = await given.wearing(1);
    await given.sweep(0, "18:30");
    await decide(given, plan.planId, { extend: { stageId: plan.stageId("upper", 2), days: 3 } });
    expect(await given.queued()).toEqual([`mail change_before dropped ${email}`]);
    const reasons = (await given.notes()).map(({ skippedReason }) => skippedReason);
    expect(reasons).toContain("overtaken");
  });

  it("waits for whoever is marking the change at that moment, and then says nothing", async () => {
    const given = await remindingPractice(world);
    const somebody = await makeReminded(world, given.practiceId);
    await makePlan(world, given.practice, somebody.patientId, {
      worn: { upper: 2, lower: 2 },
      daysAgo: 10,
    });
    await given.choose(somebody, "change_day", { mail: true, sms: false });
    const { patientId, personId } = somebody;
    const marking = inPractice(world.db, given.practiceId, async (tx) => {
      await tx.$queryRaw`select id from tenant.treatment_plan where patient_id = ${patientId}::uuid for update`;
      const sweeping = given.sweep(0, "08:30");
      await expect.poll(() => waiting()).toBeGreaterThan(0);
      await tx.$executeRawUnsafe(`insert into tenant.aligner_change (practice_id, id, plan_id, stage_id, patient_id, changed_on, recorded_by_person_id, recorded_at)
        select p.practice_id, gen_random_uuid(), p.id, st.id, p.patient_id, '${await today(world, given.practice)}', '${personId}', now()
        from tenant.treatment_plan p join tenant.treatment_series s on s.plan_id = p.id join tenant.stage st on st.series_id = s.id
        where p.patient_id = '${patientId}' and st.number = 3`);
      return { sweeping };
    });
    const { sweeping } = await marking;
    expect(await sweeping).toBe(0);
    expect(await given.queued()).toEqual([]);
  });
});

/** Statements that wait for a lock of another. */
async function waiting(): Promise<number> {
  const { rows } = await world.owner.pool.query<{ count: number }>(
    "select count(*)::int as count from pg_locks where not granted",
  );
  return rows[0]?.count ?? 0;
}

describe("R23: late", () => {
  it("is said once after the days the practice chose, calmly, and never again for the same aligner", async () => {
    const given = await remindingPractice(world);
    const robin = await given.wearing(0);
    for (let day = 1; day <= 3; day += 1) await given.sweep(day, "09:00");
    expect(await given.queued()).toEqual([]);
    await given.sweep(4, "09:00");
    expect(await given.queued()).toEqual([`mail change_late queued ${robin.email}`]);
    // The day moves, and time goes on: no series of reminders.
    const { plan } = robin;
    for (const arch of ["upper", "lower"] as const)
      await decide(given, plan.planId, { extend: { stageId: plan.stageId(arch, 2), days: 1 } });
    for (const day of [5, 6, 7, 9, 14]) await given.sweep(day, "09:00");
    expect(await given.queued()).toHaveLength(1);
    // Whoever was late for weeks before the practice began to remind is left in peace.
    await given.wearing(-15);
    await given.sweep(0, "09:00");
    expect(await given.queued()).toHaveLength(1);
  });
});
