import { describe, expect, it } from "vitest";
import type { DeliveryState } from "@/db/generated/enums";
import { listTexts } from "@/features/sms-usage/list-texts";
import { readUsage } from "@/features/sms-usage/read-usage";
import type { TextsQuery } from "@/features/sms-usage/schema";
import { makeClinicActor } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import { sentText } from "./sent-text";

const world = await openWorld();

const sentAt = (practiceId: string, at: string, state: DeliveryState = "delivered") =>
  sentText(world, practiceId, at, { state });

async function open(zone: string) {
  const practice = await makePractice(world, zone);
  const staff = await makeClinicActor(world, practice.id, "staff");
  return {
    practice,
    staff,
    usage: async (month: string, actor = staff) =>
      (await readUsage(await world.services(), actor, { month })).value,
    list: async (query: TextsQuery, actor = staff) =>
      (await listTexts(await world.services(), actor, query)).value,
  };
}

describe("R51: months and days are the practice's", () => {
  it("a month begins and ends at the practice's midnight", async () => {
    const { practice, usage, list } = await open("America/New_York");
    await sentAt(practice.id, "2026-03-01T04:59:59Z");
    await sentAt(practice.id, "2026-03-01T05:00:00Z");
    await sentAt(practice.id, "2026-04-01T03:59:59Z");
    await sentAt(practice.id, "2026-04-01T04:00:00Z");
    expect((await usage("2026-02")).total.texts).toBe(1);
    expect((await usage("2026-03")).total.texts).toBe(2);
    expect((await usage("2026-04")).total.texts).toBe(1);
    expect((await list({ month: "2026-03" })).items).toHaveLength(2);
    const { months } = await usage("2026-04");
    expect(months.slice(-3).map(({ texts }) => texts)).toEqual([1, 2, 1]);
  });

  it("the night of the clock change has its 25 hours, each text on its day", async () => {
    const { practice, usage } = await open("Europe/Berlin");
    await sentAt(practice.id, "2025-10-25T21:59:59Z");
    await sentAt(practice.id, "2025-10-25T22:00:00Z");
    // 02:30 comes twice.
    await sentAt(practice.id, "2025-10-26T00:30:00Z");
    await sentAt(practice.id, "2025-10-26T01:30:00Z");
    await sentAt(practice.id, "2025-10-26T22:59:59Z");
    await sentAt(practice.id, "2025-10-26T23:00:00Z");
    const { days } = await usage("2025-10");
    expect(days).toHaveLength(31);
    const count = (on: string) => days.find((day) => day.on === on)?.texts;
    expect([count("2025-10-25"), count("2025-10-26"), count("2025-10-27")]).toEqual([1, 4, 1]);
  });

  it("a practice that moves to another zone is counted anew in it", async () => {
    const { practice, staff, usage } = await open("Asia/Kathmandu");
    await sentAt(practice.id, "2026-02-28T18:20:00Z");
    expect((await usage("2026-03")).total.texts).toBe(1);
    await world.owner.pool.query("update identity.practice set zone = 'UTC' where id = $1", [
      practice.id,
    ]);
    const moved = { ...staff, zone: "UTC" };
    expect((await usage("2026-03", moved)).total.texts).toBe(0);
    expect((await usage("2026-02", moved)).total.texts).toBe(1);
  });
});

describe("R51: the list", () => {
  it("goes on where the page before ended, also within one moment, and by purpose and state", async () => {
    const { practice, list } = await open("Europe/Berlin");
    const ids = new Set<string>();
    for (let count = 0; count < 60; count++)
      ids.add(
        await sentAt(practice.id, "2026-05-04T10:00:00Z", count < 2 ? "undelivered" : "sent"),
      );
    const first = await list({ month: "2026-05" });
    expect(first.items).toHaveLength(50);
    const rest = await list({ month: "2026-05", before: first.next ?? "" });
    expect(rest.next).toBeNull();
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id))).toEqual(ids);
    expect((await list({ month: "2026-05", state: "undelivered" })).items).toHaveLength(2);
    expect((await list({ month: "2026-05", purpose: "login_link" })).items).toEqual([]);
    expect((await list({ month: "2026-06" })).items).toEqual([]);
  });
});
