import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { addReminderRule } from "@/features/reminders/add-rule";
import { changeQuietHours } from "@/features/reminders/change-quiet-hours";
import { changeReminderRule } from "@/features/reminders/change-rule";
import { previewReminders, reminderSettings } from "@/features/reminders/queries";
import { removeReminderRule } from "@/features/reminders/remove-rule";
import { readVisitLink } from "@/features/reminders/visit-link";
import { makeVisitType } from "../../support/appointments-world";
import { makeClinicActor } from "../../support/people";
import { openWorld } from "../../support/world";
import {
  clockTime,
  linksTo,
  makeReminded,
  passedOver,
  queued,
  remindingClinic,
  standingVisit,
  sweepAt,
} from "./reminders-world";

const world = await openWorld();
const dayBefore = {
  minutesBefore: 1440,
  channel: "mail",
  withoutLogin: false,
} as const;
const night = { fromMinute: 1260, untilMinute: 480 };

async function office() {
  const clinic = await remindingClinic(world, []);
  const admin = await makeClinicActor(world, clinic.practiceId, "admin");
  return { ...clinic, admin, services: await world.services() };
}

describe("R35: an admin sets the reminders", () => {
  it("each once, for a type of this practice; another practice's are not there", async () => {
    const { services, admin, practiceId, visitTypeId } = await office();
    const elsewhere = await office();
    const added = await addReminderRule(services, admin, dayBefore);
    expect(await addReminderRule(services, admin, dayBefore)).toMatchObject({
      reason: "rule_exists",
    });
    expect(await addReminderRule(services, admin, { ...dayBefore, visitTypeId })).toMatchObject({
      ok: true,
    });
    const foreign = { ...dayBefore, visitTypeId: elsewhere.visitTypeId };
    expect(await addReminderRule(services, admin, foreign)).toMatchObject({ reason: "not_found" });
    const id = added.ok ? added.value.id : "";
    const seen = { ...dayBefore, visitTypeId: null, active: true };
    const wish = { id, rule: { ...seen, active: false }, seen };
    expect(await changeReminderRule(elsewhere.services, elsewhere.admin, wish)).toMatchObject({
      reason: "not_found",
    });
    const typed = { id, rule: { ...seen, visitTypeId }, seen };
    expect(await changeReminderRule(services, admin, typed)).toMatchObject({
      reason: "rule_exists",
    });
    expect(await changeReminderRule(services, admin, wish)).toEqual({
      ok: true,
      value: { changed: true },
    });
    const late = { id, rule: { ...seen, minutesBefore: 60 }, seen };
    expect(await changeReminderRule(services, admin, late)).toMatchObject({
      reason: "changed_meanwhile",
    });
    const audited = await inPractice(world.db, practiceId, (tx) =>
      tx.auditEntry.findMany({
        where: { practiceId, action: "settings.changed" },
        orderBy: { at: "asc" },
        select: { detail: true },
      }),
    );
    expect(audited.map(({ detail }) => detail)).toContainEqual({
      what: "reminder",
      rule: "1440 minutes before by mail, all types, on → 1440 minutes before by mail, all types, off",
    });
  });

  it("a new or changed one counts from now on: nothing is sent for what is past", async () => {
    const { services, admin, ...clinic } = await office();
    const robin = await makeReminded(world, clinic.practiceId);
    const startsAt = clockTime(services, clinic, 1, "12:00");
    await standingVisit(world, clinic, robin.patientId, startsAt);
    const far = clockTime(services, clinic, 9, "10:00");
    await standingVisit(world, clinic, robin.patientId, far);
    const twoDays = { ...dayBefore, minutesBefore: 2880 };
    const added = await addReminderRule(services, admin, twoDays);
    await sweepAt(world, services.now.add({ minutes: 1 }));
    expect(await queued(world, clinic.practiceId)).toEqual([]);
    expect(await passedOver(world, clinic.practiceId)).toEqual(["rule_after"]);
    const id = added.ok ? added.value.id : "";
    const seen = { ...twoDays, visitTypeId: null, active: true };
    await sweepAt(world, far.subtract({ hours: 48 }));
    expect(await queued(world, clinic.practiceId)).toHaveLength(1);
    const then = { ...services, now: far.subtract({ hours: 47 }) };
    await changeReminderRule(then, admin, { id, rule: { ...seen, minutesBefore: 1440 }, seen });
    await sweepAt(world, far.subtract({ hours: 47 }));
    expect(await queued(world, clinic.practiceId)).toHaveLength(1);
    await sweepAt(world, far.subtract({ hours: 24 }));
    expect(await queued(world, clinic.practiceId)).toHaveLength(2);
  });

  it("one that is removed sends no more, what it sent stays, and there is room for it again", async () => {
    const { services, admin, ...clinic } = await office();
    const elsewhere = await office();
    const { practiceId } = clinic;
    const robin = await makeReminded(world, practiceId);
    const added = await addReminderRule(services, admin, dayBefore);
    const id = added.ok ? added.value.id : "";
    const soon = clockTime(services, clinic, 3, "10:00");
    const later = clockTime(services, clinic, 5, "10:00");
    for (const at of [soon, later]) await standingVisit(world, clinic, robin.patientId, at);
    await sweepAt(world, soon.subtract({ hours: 24 }));
    expect(await removeReminderRule(services, elsewhere.admin, { id })).toMatchObject({
      reason: "not_found",
    });
    for (const removed of [true, false])
      expect(await removeReminderRule(services, admin, { id })).toEqual({
        ok: true,
        value: { removed },
      });
    await sweepAt(world, later.subtract({ hours: 24 }));
    expect(await queued(world, practiceId)).toHaveLength(1);
    const [link] = await linksTo(world, practiceId, robin.email);
    expect(await readVisitLink(services, link ?? "")).toMatchObject({ state: "open" });
    expect((await reminderSettings(services, admin)).rules).toEqual([]);
    const seen = { ...dayBefore, visitTypeId: null, active: false };
    const back = { id, rule: { ...seen, active: true }, seen };
    expect(await changeReminderRule(services, admin, back)).toMatchObject({ reason: "not_found" });
    expect(await addReminderRule(services, admin, dayBefore)).toMatchObject({ ok: true });
  });

  it("a lost answer: sent again with the same key, a reminder is added once", async () => {
    const { admin } = await office();
    const again = await world.services({ idempotencyKey: "one-press-of-add" });
    const added = await addReminderRule(again, admin, dayBefore);
    expect(added).toMatchObject({ ok: true });
    expect(await addReminderRule(again, admin, dayBefore)).toEqual(added);
  });

  it("quiet hours: 20 a day at most, and two admins do not undo each other", async () => {
    const { services, admin } = await office();
    const ask = (quiet: typeof night, seen = night) =>
      changeQuietHours(services, admin, { quiet, seen });
    expect(await ask({ fromMinute: 480, untilMinute: 300 })).toMatchObject({
      reason: "quiet_too_long",
    });
    expect(await ask({ fromMinute: 1200, untilMinute: 540 })).toMatchObject({ ok: true });
    expect(await ask({ fromMinute: 0, untilMinute: 0 })).toMatchObject({
      reason: "changed_meanwhile",
    });
    expect((await reminderSettings(services, admin)).quiet).toEqual({
      fromMinute: 1200,
      untilMinute: 540,
    });
  });

  it("the preview says what a visit would send, by the rule that sends it", async () => {
    const { services, admin, ...clinic } = await office();
    const { practiceId, practitionerId, visitTypeId } = clinic;
    const other = await makeVisitType(world, practiceId, [practitionerId], { name: "Long" });
    for (const rule of [
      dayBefore,
      { ...dayBefore, minutesBefore: 120, channel: "sms" as const },
      { ...dayBefore, visitTypeId: other, minutesBefore: 10_080 },
    ])
      await addReminderRule(services, admin, rule);
    const settings = await reminderSettings(services, admin);
    const zone = clinic.practice.zone;
    const shown = (type: string, minute: number) => {
      const visit = { visitTypeId: type, weekday: 5, minute };
      const { visitAt, reminders } = previewReminders(settings, visit, { now: services.now, zone });
      const day = services.now.toZonedDateTimeISO(zone).with({ hour: 12 });
      expect(Date.parse(visitAt)).toBeGreaterThan(day.epochMilliseconds);
      return reminders.map(({ dueAt, channel }) => {
        const at = new Date(dueAt).toLocaleString("en-GB", {
          timeZone: zone,
          weekday: "short",
          hour: "2-digit",
          minute: "2-digit",
        });
        return `${at} ${channel}`;
      });
    };
    expect(shown(visitTypeId, 600)).toEqual(["Thu 10:00 mail", "Fri 08:00 sms"]);
    expect(shown(visitTypeId, 480)).toEqual(["Thu 08:00 mail", "Thu 20:45 sms"]);
    expect(shown(other, 600)).toHaveLength(3);
  });
});
