import { expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { chooseNotification, notificationChoices } from "@/features/account/notification-choices";
import { changeReminderTimes } from "@/features/change-reminders/change-reminder-times";
import { makeClinicActor, makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { remindingPractice } from "./change-world";

const world = await openWorld();
const usual = { eveningMinute: 1110, dayMinute: 510, lateDays: 4 };

it("R23: the practice sets when, one admin at a time, and it counts at once", async () => {
  const given = await remindingPractice(world);
  const admin = await makeClinicActor(world, given.practiceId, "admin");
  const services = await world.services();
  const set = (times: typeof usual | Record<keyof typeof usual, number | null>, seen = usual) =>
    changeReminderTimes(services, admin, { times, seen });
  const robin = await given.wearing(1);
  const off = { eveningMinute: null, dayMinute: null, lateDays: null };
  const both = await Promise.all([set(off), set({ ...usual, lateDays: 7 })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const now = both[0].ok ? off : { ...usual, lateDays: 7 };
  await changeReminderTimes(services, admin, { times: off, seen: now });
  await given.sweep(0, "18:30");
  expect(await given.queued()).toEqual([]);
  await changeReminderTimes(services, admin, { times: { ...off, eveningMinute: 1200 }, seen: off });
  expect([await given.sweep(0, "18:30"), await given.sweep(0, "20:00")]).toEqual([0, 1]);
  expect(await given.queued()).toEqual([`mail change_before queued ${robin.email}`]);
  const log = await inPractice(world.db, given.practiceId, (tx) =>
    tx.auditEntry.findMany({ where: { practiceId: given.practiceId, action: "settings.changed" } }),
  );
  expect(JSON.stringify(log.map(({ detail }) => detail))).toContain(
    "evening 1200, day off, late off",
  );
});

it("R17, R23: a patient chooses the ways for each; until then one mail before and one when late", async () => {
  const given = await remindingPractice(world);
  const patient = await makePatientActor(world, given.practiceId);
  const actor = { ...patient, kind: "session" as const };
  const services = await world.services();
  const chosen = async () => {
    const [own] = await notificationChoices(services, actor);
    return own?.topics
      .filter(({ topic }) => topic.startsWith("change_"))
      .map(({ topic, mail, sms }) => `${topic} ${mail} ${sms}`);
  };
  expect(await chosen()).toEqual([
    "change_before true false",
    "change_day false false",
    "change_late true false",
  ]);
  await chooseNotification(services, actor, { topic: "change_day", mail: true });
  await chooseNotification(services, actor, { topic: "change_late", mail: false, sms: true });
  expect(await chosen()).toEqual([
    "change_before true false",
    "change_day true false",
    "change_late false true",
  ]);
});
