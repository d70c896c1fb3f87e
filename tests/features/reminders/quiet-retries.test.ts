import { beforeAll, describe, expect, it } from "vitest";
import { toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { queueMail } from "@/features/notifications/queue-delivery";
import { makePractice, openWorld } from "../../support/world";
import { openDeliveryWorld } from "../notifications/delivery-world";

const world = await openWorld();
const outside = await openDeliveryWorld(world);
let practiceId = "";

/** A practice whose quiet hours begin in one to two minutes and last an hour. */
beforeAll(async () => {
  const practice = await makePractice(world);
  practiceId = practice.id;
  const { hour, minute } = (await world.services()).now.toZonedDateTimeISO(practice.zone);
  const fromMinute = (hour * 60 + minute + 2) % 1440;
  await inPractice(world.db, practiceId, (tx) =>
    tx.practiceSettings.update({
      where: { practiceId },
      data: { quietFromMinute: fromMinute, quietUntilMinute: (fromMinute + 60) % 1440 },
    }),
  );
});

async function queued(to: string, purpose: "visit_reminder" | "password_changed") {
  const services = await world.services();
  return inPractice(world.db, practiceId, (tx) =>
    queueMail(tx, services, {
      practiceId,
      purpose,
      to,
      language: "en",
      values: { startsAt: services.now.add({ hours: 24 }).toString() },
      ...(purpose === "visit_reminder" && { secret: "t".repeat(43) }),
      expiresAt: services.now.add({ hours: 24 }),
    }),
  );
}

describe("R35: the quiet hours and a mail system that is out of order", () => {
  it("a reminder is not tried again in them but when they end; whatever else is, and a punctual first try", async () => {
    const reminder = await queued("again@patients.test", "visit_reminder");
    const other = await queued("other@patients.test", "password_changed");
    const late = await queued("late@patients.test", "visit_reminder");
    await outside.mailFaults.set("mail", "error");
    for (const id of [reminder, other]) await outside.deliver(practiceId, id);
    await outside.mailFaults.set("mail", "ok");

    await world.advance("PT2M1S");
    const punctual = await queued("punctual@patients.test", "visit_reminder");
    for (const id of [reminder, other, punctual]) await outside.deliver(practiceId, id);
    expect(await outside.mailsTo("other@patients.test")).toHaveLength(1);
    expect(await outside.mailsTo("punctual@patients.test")).toHaveLength(1);
    expect(await outside.mailsTo("again@patients.test")).toHaveLength(0);
    const waits = await outside.row(practiceId, reminder);
    expect(waits).toMatchObject({ state: "queued", tries: 1, lastError: "unreachable 451" });
    const { now } = await world.services();
    const inMinutes = toInstant(waits.nextTryAt).since(now).total("minutes");
    expect(inMinutes).toBeGreaterThan(57);
    expect(inMinutes).toBeLessThanOrEqual(60);

    await world.advance("PT14M");
    await outside.deliver(practiceId, late);
    expect(await outside.row(practiceId, late)).toMatchObject({ state: "queued", tries: 0 });

    await world.advance("PT46M");
    for (const id of [reminder, late]) await outside.deliver(practiceId, id);
    for (const to of ["again@patients.test", "late@patients.test"])
      expect(await outside.mailsTo(to)).toHaveLength(1);
  });
});
