import { describe, expect, it } from "vitest";
import { createPractice } from "@/features/practices/create-practice";
import type { PracticeWish } from "@/features/practices/new-practice";
import { openWorld } from "../../support/world";
import { hillside, installationAudit } from "./hillside";

const world = await openWorld();

describe("S22: practice:create", () => {
  it("makes a practice with settings and first terms once, and says so in the installation's chain", async () => {
    const services = await world.services();
    const name = { ...hillside, shortName: "Uptown", name: "Uptown Aligners" };
    const both = await Promise.all([
      createPractice(services, name),
      createPractice(services, name),
    ]);
    expect(both.map((one) => one.ok && one.value.created).sort()).toEqual([false, true]);
    const again = await createPractice(services, { ...name, name: "Another name" });
    expect(again).toEqual({ ok: true, value: { shortName: "uptown", created: false } });
    const practice = await world.db.prisma.practice.findUniqueOrThrow({
      where: { shortName: "uptown" },
    });
    expect(practice).toMatchObject({
      name: "Uptown Aligners",
      supportPhone: "+493023125000",
      allowedCountries: ["DE", "SE"],
    });
    const rows = await installationAudit(world, "practice.created");
    expect(rows.filter(({ detail }) => detail.shortName === "uptown")).toEqual([
      { actor_name: "command line", practice_id: null, detail: { shortName: "uptown" } },
    ]);
  });

  it.each<[string, Partial<PracticeWish>, string]>([
    ["a short name with a blank", { shortName: "two words" }, "short_name_shape"],
    ["one letter", { shortName: "a" }, "short_name_shape"],
    ["no name", { name: " " }, "name_length"],
    ["a zone nobody has", { zone: "Europe/Atlantis" }, "zone_unknown"],
    ["an offset for a zone", { zone: "+02:00" }, "zone_unknown"],
    ["a country of three letters", { country: "DEU" }, "country_unknown"],
    ["a further country nobody has", { countries: ["XX"] }, "country_unknown"],
    ["a language without words", { language: "tlh" }, "language_unknown"],
    ["a phone that is none", { supportPhone: "call us" }, "support_phone_wrong"],
    ["an address without a domain", { supportEmail: "help@" }, "support_email_wrong"],
    ["a sender with a name", { mailFrom: "Us <us@example.com>" }, "mail_from_wrong"],
  ])("refuses %s and makes nothing", async (_what, wrong, reason) => {
    const services = await world.services();
    const refused = await createPractice(services, { ...hillside, shortName: "never", ...wrong });
    expect(refused).toMatchObject({ ok: false, reason });
    expect(await world.db.prisma.practice.count({ where: { shortName: "never" } })).toBe(0);
  });
});
