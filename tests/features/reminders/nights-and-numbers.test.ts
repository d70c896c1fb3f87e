import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { openRemindersRead } from "@/features/reminders/open-reminders";
import { openWorld } from "../../support/world";
import {
  clockTime,
  makeReminded,
  queued,
  remindingClinic,
  standingVisit,
  sweepAt,
} from "./reminders-world";

const world = await openWorld();

describe("R35, R33: quiet hours and the night of the clock change", () => {
  it("a visit on the Monday after the change is reminded of on Sunday, same time, and not at night", async () => {
    const clinic = await remindingClinic(world, [{ minutesBefore: 1440, channel: "mail" }]);
    const robin = await makeReminded(world, clinic.practiceId);
    const at = (clock: string) =>
      Temporal.PlainDateTime.from(clock).toZonedDateTime("Europe/Berlin").toInstant();
    await standingVisit(world, clinic, robin.patientId, at("2027-03-29T10:00"));
    await standingVisit(world, clinic, robin.patientId, at("2027-03-29T07:00"));
    const { practiceId } = clinic;
    const sentBy = async (clock: string) => {
      await sweepAt(world, at(clock));
      return (await queued(world, practiceId)).length;
    };
    expect(await sentBy("2027-03-28T07:59")).toBe(0);
    expect(await sentBy("2027-03-28T08:00")).toBe(1);
    expect(await sentBy("2027-03-28T09:59")).toBe(1);
    expect(await sentBy("2027-03-28T10:00")).toBe(2);
  });
});

describe("S17: among thousands of visits", () => {
  it("a sweep reads by index and is quick", async () => {
    const clinic = await remindingClinic(world);
    const { practiceId, practice, practitionerId, visitTypeId } = clinic;
    const robin = await makeReminded(world, practiceId);
    const services = await world.services();
    const client = await world.owner.pool.connect();
    const noon = clockTime(services, clinic, 1, "12:00");
    const now = noon.toString();
    try {
      await client.query("begin");
      await client.query("select set_config('app.practice_id', $1, true)", [practiceId]);
      await client.query(
        `insert into tenant.appointment (practice_id, id, patient_id, visit_type_id, practitioner_id, location_id, state,
          starts_at, ends_at, practitioner_busy_from_at, practitioner_busy_until_at, chair_busy_from_at, chair_busy_until_at,
          created_at, updated_at)
        select $1, gen_random_uuid(), $2, $3, $4, $5, (case when t.at < $6::timestamptz then 'completed' else 'booked' end)::tenant.appointment_state,
          t.at, t.at + interval '20 minutes', t.at, t.at + interval '20 minutes', t.at, t.at + interval '20 minutes',
          $6::timestamptz - interval '1 year', $6
        from (select $6::timestamptz + make_interval(mins => 30 * n) as at from generate_series(-4000, 4000) n) t`,
        [practiceId, robin.patientId, visitTypeId, practitionerId, practice.locationId, now],
      );
      await client.query("commit");
      await client.query("analyze tenant.appointment");
      await client.query("begin");
      await client.query("select set_config('app.practice_id', $1, true)", [practiceId]);
      const text = openRemindersRead.text.replaceAll("$1", `'${practiceId}'`);
      const { rows } = await client.query(`explain ${text.replaceAll("$2", `'${now}'`)}`);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect(plan).toContain("appointment_ahead");
      expect(plan).not.toMatch(/Seq Scan on (appointment|appointment_event)\b/);
      await client.query("commit");
    } finally {
      client.release();
    }
    const settled = await sweepAt(world, noon);
    // A day of visits, every half hour, by two rules.
    expect(settled).toBe(2 * 49);
    expect(await sweepAt(world, noon.add({ minutes: 1 }))).toBe(0);
  });
});
