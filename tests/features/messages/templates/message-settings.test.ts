import { expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { expectations } from "@/features/messages/queries";
import {
  changeMessageSettings,
  messageSettingsSeen,
} from "@/features/messages/settings/change-message-settings";
import { messageSettingsOf } from "@/features/messages/settings/message-settings";
import type { MessageSettings } from "@/features/messages/settings/schema";
import { makeClinicActor } from "../../../support/people";
import { openWorld } from "../../../support/world";
import { makeCast } from "../thread-world";

const world = await openWorld();
const { practice, patient } = await makeCast(world);
const other = await makeCast(world);
const admin = await makeClinicActor(world, practice.id, "admin");

const read = async () => messageSettingsOf(await world.services(), admin);
const change = async (before: MessageSettings, wish: Partial<MessageSettings>) =>
  changeMessageSettings(await world.services(), admin, {
    ...before,
    ...wish,
    seen: messageSettingsSeen(before),
  });

it("R39, R52: an admin says when the practice answers; patients of this practice read it", async () => {
  const before = await read();
  expect(before).toEqual({ answerHours: 24, answerWords: "", emergencyWords: "", alarmHours: 8 });
  const words = { answerHours: 4, answerWords: "By noon.", emergencyWords: "Call 112." };
  expect(await change(before, words)).toMatchObject({ value: { changed: true } });
  const services = await world.services();
  expect(await expectations(services, patient)).toMatchObject(words);
  expect(await expectations(services, other.patient)).toMatchObject({ answerWords: null });
  expect(await change(before, { answerHours: 9 })).toMatchObject({ reason: "changed_meanwhile" });
  // The portal's own words come back where the practice's are taken away.
  await change(await read(), { answerWords: "" });
  expect(await expectations(services, patient)).toMatchObject({
    answerHours: 4,
    answerWords: null,
  });
});

it("R40: the alarm is set in opening hours, or off; of two changes at once the second is refused", async () => {
  await change(await read(), { alarmHours: null });
  const off = await read();
  expect(off.alarmHours).toBeNull();
  const both = await Promise.all([change(off, { alarmHours: 2 }), change(off, { alarmHours: 16 })]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const rows = await inPractice(world.db, practice.id, (tx) =>
    tx.auditEntry.findMany({
      where: { practiceId: practice.id, action: "settings.changed" },
      orderBy: { at: "desc" },
      take: 1,
    }),
  );
  expect(rows[0]).toMatchObject({
    actorPersonId: admin.personId,
    detail: { what: "messages", fields: "alarmHours" },
  });
});
