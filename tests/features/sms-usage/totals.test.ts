import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { listTexts } from "@/features/sms-usage/list-texts";
import { eventually } from "../../support/outside-world";
import { makePractice, openWorld } from "../../support/world";
import { openDeliveryWorld } from "../notifications/delivery-world";
import { textsOf } from "./usage-world";

const world = await openWorld();
const outside = await openDeliveryWorld(world);

async function open() {
  const practice = await makePractice(world);
  return { practice, ...(await textsOf(world, outside, practice.id)) };
}

describe("R51: what is counted is what the phone network counts", () => {
  it("after tries, failures, an unclear answer and a process that died", async () => {
    const texts = await open();
    const { practice } = texts;
    // At once, by two workers.
    const plain = await texts.queue();
    await Promise.all([texts.deliver(plain.id), texts.deliver(plain.id)]);
    // Refused a try, taken by the next one.
    const second = await texts.queue("step_up_code");
    await outside.phoneFaults.set("sms", "error");
    await texts.deliver(second.id);
    // Taken, and the answer lost.
    const unclear = await texts.queue();
    await outside.phoneFaults.set("sms", "accept-then-drop");
    await texts.deliver(unclear.id);
    expect((await texts.usage()).total.texts).toBe(1);
    await outside.phoneFaults.set("sms", "ok");
    // Taken, and its process killed: the lease lapses.
    const killed = await texts.queue();
    const { sms } = outside.outside;
    const dying = {
      ...sms,
      send: async (one: Parameters<typeof sms.send>[0]) => {
        await sms.send(one);
        throw new Error("killed");
      },
    };
    await expect(outside.deliver(practice.id, killed.id, { sms: dying })).rejects.toThrow("killed");
    // Never taken.
    const refused = await texts.queue("login_code", "+15005550009");
    await texts.deliver(refused.id);
    // Dropped before it left.
    const late = await texts.queue();
    await outside.advance("PT62S");
    for (const { id } of [second, unclear, killed]) await texts.deliver(id);
    await outside.advance("PT3H");
    await texts.deliver(late.id);

    const atNetwork = await texts.atNetwork();
    const usage = await texts.usage();
    expect(atNetwork).toHaveLength(4);
    expect(usage.total).toMatchObject({ texts: 4, segments: 4, unpriced: 4, known: [] });
    expect(usage).toMatchObject({ neverLeft: 1, stopped: 0, today: { texts: 6, cap: 200 } });
    expect(usage.purposes.map(({ purpose, texts: count }) => [purpose, count])).toEqual([
      ["login_code", 3],
      ["step_up_code", 1],
    ]);
    expect(usage.days.reduce((sum, day) => sum + day.texts, 0)).toBe(4);
    expect(usage.months.at(-1)).toMatchObject({ texts: 4 });
    const { value } = await listTexts(await world.services(), texts.staff, {});
    expect(value.items).toHaveLength(6);
    expect(value.items.filter(({ state }) => state === "dropped")).toHaveLength(1);
  });

  it("a price that comes later moves the sums, once, also when it is asked for twice at once", async () => {
    const texts = await open();
    const one = await texts.queue();
    const other = await texts.queue("step_up_code");
    for (const { id } of [one, other]) await texts.deliver(id);
    expect((await texts.usage()).total).toMatchObject({ unpriced: 2, estimate: null });
    await eventually(async () => {
      await Promise.all([texts.follow(one.id), texts.follow(one.id)]);
      const { priceMicros } = await outside.row(texts.practice.id, one.id);
      return priceMicros === null ? undefined : true;
    });
    const half = await texts.usage();
    expect(half.total).toMatchObject({
      texts: 2,
      known: [{ currency: "USD", amount: "0.0079" }],
      unpriced: 1,
      estimate: { currency: "USD", amount: "0.0079" },
    });
    expect(half.budget).toMatchObject({ currency: "EUR", percent: 0, otherCurrencies: ["USD"] });
    await eventually(async () => {
      await texts.follow(other.id);
      const { priceMicros } = await outside.row(texts.practice.id, other.id);
      return priceMicros === null ? undefined : true;
    });
    const whole = await texts.usage();
    expect(whole).toMatchObject({
      total: { texts: 2, known: [{ amount: "0.0158" }], unpriced: 0, estimate: null },
      delivered: 2,
    });
  });

  it("many at once of one purpose are all counted", async () => {
    const texts = await open();
    const queued = await Promise.all(Array.from({ length: 12 }, () => texts.queue()));
    await Promise.all(queued.map(({ id }) => texts.deliver(id)));
    expect((await texts.usage()).total.texts).toBe(12);
    expect(await texts.atNetwork()).toHaveLength(12);
  });

  it("neither another practice's texts nor its sums are seen, and the application writes no sums", async () => {
    const texts = await open();
    const neighbour = await open();
    const { id } = await neighbour.queue();
    await neighbour.deliver(id);
    expect((await texts.usage()).total.texts).toBe(0);
    const { value } = await listTexts(await world.services(), texts.staff, {});
    expect(value.items).toEqual([]);
    const forge = inPractice(
      world.db,
      neighbour.practice.id,
      (tx) => tx.$executeRaw`update tenant.text_day set texts = 0`,
    );
    await expect(forge).rejects.toThrow(/permission denied/);
  });

  it("stays counted when the text's row is emptied", async () => {
    const texts = await open();
    const { id } = await texts.queue();
    await texts.deliver(id);
    await inPractice(
      world.db,
      texts.practice.id,
      (tx) => tx.$executeRaw`
        update tenant.delivery set recipient = null, content = '{"values": {}}', provider_id = null,
          message_id = null, last_error = null, emptied_at = app_now() where id = ${id}::uuid`,
    );
    expect((await texts.usage()).total.texts).toBe(1);
    const { value } = await listTexts(await world.services(), texts.staff, { state: "sent" });
    expect(value.items).toMatchObject([{ id }]);
  });

  it("S3: no text leaves to a line that costs extra or a country the practice does not text", async () => {
    const texts = await open();
    const premium = await texts.queue("login_code", "+499001234567");
    const abroad = await texts.queue("registration_code", "+33612345678");
    const proved = await texts.queue("login_code", "+33612345679");
    for (const { id } of [premium, abroad, proved]) await texts.deliver(id);
    expect(await texts.atNetwork()).toHaveLength(1);
    expect(await texts.usage()).toMatchObject({ total: { texts: 1 }, neverLeft: 2, stopped: 2 });
    const { value } = await listTexts(await world.services(), texts.staff, {
      state: "undelivered",
    });
    expect(value.items.map(({ isStopped, isSent, why }) => [isStopped, isSent, why])).toEqual([
      [true, false, "country_off"],
      [true, false, "no_mobile"],
    ]);
  });
});
