import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { practiceById } from "@/features/practices/current-practice";
import { changePractice } from "@/features/practices/identity/change-practice";
import { shownIdentity } from "@/features/practices/identity/shown-identity";
import { makeClinicActor } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";

const world = await openWorld();

async function openScene() {
  const practice = await makePractice(world);
  const admin = await makeClinicActor(world, practice.id, "admin");
  const shown = async () => shownIdentity(await world.services(), admin);
  const change = async (wish: object, seen?: string) => {
    const { identity, seen: now } = await shown();
    const { allowedCountries, defaultCountry, accentColour, ...rest } = identity;
    const typed = { countries: allowedCountries.join(", "), accentColour: accentColour ?? "" };
    return changePractice(await world.services(), admin, {
      ...{ ...rest, ...typed, ...wish },
      seen: seen ?? now,
    });
  };
  const facts = async () => practiceById(await world.services(), practice.id);
  return { practice, shown, change, facts };
}

describe("R52: how the practice shows itself", () => {
  it("is seen on the next page, and the log keeps what it was and what it is", async () => {
    const { practice, change, facts } = await openScene();
    const before = await facts();
    const wish = {
      name: "Hillside Orthodontics",
      accentColour: "#7A3E8E",
      supportPhone: "030 23125000",
      countries: "at ch",
      smsDailyCap: 400,
    };
    expect(await change(wish)).toMatchObject({ value: { changed: true } });
    expect(await facts()).toMatchObject({
      name: "Hillside Orthodontics",
      accentColour: "#7a3e8e",
      supportPhone: "+493023125000",
      allowedCountries: ["DE", "AT", "CH"],
    });
    expect(await change(wish)).toMatchObject({ value: { changed: false } });
    const rows = await inPractice(world.db, practice.id, (tx) =>
      tx.auditEntry.findMany({ where: { action: "settings.changed" } }),
    );
    expect(rows.map(({ detail }) => detail)).toEqual([
      {
        what: "practice",
        name: `${before?.name} → Hillside Orthodontics`,
        accentColour: "– → #7a3e8e",
        supportPhone: "+442079460000 → +493023125000",
        allowedCountries: "DE SE US → DE AT CH",
        smsDailyCap: "200 → 400",
      },
    ]);
  });

  it.each([
    [{ supportPhone: "12" }, "support_phone_wrong"],
    [{ supportEmail: "nobody" }, "support_email_wrong"],
    [{ mailFrom: "a b@example.com" }, "mail_from_wrong"],
    [{ accentColour: "purple" }, "colour_wrong"],
    [{ countries: "DE, ZZ" }, "country_unknown"],
  ])("%j is refused, and nothing changes", async (wish, reason) => {
    const { change, facts } = await openScene();
    const before = await facts();
    expect(await change({ name: "Other name", ...wish })).toMatchObject({ reason });
    expect(await facts()).toEqual(before);
  });

  it("of two admins with the same page the second is told; another practice stays as it is", async () => {
    const [ours, theirs] = [await openScene(), await openScene()];
    const { seen } = await ours.shown();
    const both = await Promise.all([
      ours.change({ name: "One name" }, seen),
      ours.change({ name: "Another name" }, seen),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "changed_meanwhile" });
    expect((await theirs.facts())?.name).toMatch(/^Practice /);
  });
});
