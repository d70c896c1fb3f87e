import { describe, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { mayText } from "@/features/reminders/may-text";
import { changeTextsBudget } from "@/features/sms-usage/change-texts-budget";
import { readUsage } from "@/features/sms-usage/read-usage";
import { sweepTextBudgets } from "@/features/sms-usage/sweep-text-budgets";
import { makeClinicActor, makePerson } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import { sentText } from "./sent-text";

const world = await openWorld();

/** A practice with a budget of 1.00 EUR, and an admin with a proved address. */
async function open() {
  const practice = await makePractice(world);
  const address = `admin.${practice.id.slice(-6)}@practice.example.com`;
  await makePerson(world, practice.id, { role: "admin", email: address });
  await inPractice(world.db, practice.id, (tx) =>
    tx.practiceSettings.update({
      where: { practiceId: practice.id },
      data: { smsMonthlyBudgetMinor: 100 },
    }),
  );
  return {
    practice,
    address,
    spend: async (cents: number) => {
      const { now } = await world.services();
      return sentText(world, practice.id, fromInstant(now), {
        priceMicros: cents * 10_000,
        priceCurrency: "EUR",
      });
    },
    mails: () =>
      inPractice(world.db, practice.id, (tx) =>
        tx.delivery.findMany({
          where: { practiceId: practice.id, kind: "mail", purpose: { startsWith: "texts_" } },
          orderBy: { createdAt: "asc" },
          select: { purpose: true, recipient: true, content: true },
        }),
      ),
    mayText: async () => {
      const services = await world.services();
      return inPractice(world.db, practice.id, (tx) => mayText(tx, services, practice.id));
    },
  };
}

/** Two workers at once. */
async function sweepTwice() {
  const services = await world.services();
  await Promise.all([sweepTextBudgets(services), sweepTextBudgets(services)]);
}

describe("R51: the budget of a month", () => {
  it("tells the admins once at 80 % and once at 100 %, whichever worker comes first", async () => {
    const { spend, mails, address } = await open();
    await spend(79);
    await sweepTwice();
    expect(await mails()).toEqual([]);
    await spend(1);
    await sweepTwice();
    await sweepTwice();
    expect(await mails()).toMatchObject([
      {
        purpose: "texts_near_budget",
        recipient: address,
        content: { values: { used: "€0.80", budget: "€1.00" } },
      },
    ]);
    await spend(30);
    await sweepTwice();
    await sweepTwice();
    expect((await mails()).map(({ purpose }) => purpose)).toEqual([
      "texts_near_budget",
      "texts_budget_used",
    ]);
  });

  it("tells the higher threshold alone when both are reached at once, and anew next month", async () => {
    const { spend, mails } = await open();
    await spend(120);
    await sweepTwice();
    expect((await mails()).map(({ purpose }) => purpose)).toEqual(["texts_budget_used"]);
    await world.advance("P31D");
    await sweepTwice();
    expect(await mails()).toHaveLength(1);
    await spend(85);
    await sweepTwice();
    expect((await mails()).map(({ purpose }) => purpose)).toEqual([
      "texts_budget_used",
      "texts_near_budget",
    ]);
  });

  it("stops texts of convenience once it is used, and no other practice's", async () => {
    const { spend, mayText: may, practice } = await open();
    const neighbour = await open();
    expect(await may()).toBe(true);
    await spend(100);
    expect(await may()).toBe(false);
    expect(await neighbour.mayText()).toBe(true);
    const admin = await makeClinicActor(world, practice.id, "admin");
    const changed = await changeTextsBudget(await world.services(), admin, {
      budget: { minor: 500, currency: "EUR" },
      seen: { minor: 100, currency: "EUR" },
    });
    expect(changed).toEqual({ ok: true, value: { changed: true } });
    expect(await may()).toBe(true);
    const { value } = await readUsage(await world.services(), admin, {});
    expect(value.budget).toMatchObject({ amount: "5.00", used: "1.00", percent: 20 });
  });

  it("is changed by admins, from what they saw, and the log has both", async () => {
    const { practice } = await open();
    const admin = await makeClinicActor(world, practice.id, "admin");
    const change = async (minor: number, seen: number) =>
      changeTextsBudget(await world.services(), admin, {
        budget: { minor, currency: "USD" },
        seen: { minor: seen, currency: "EUR" },
      });
    expect(await change(900, 7)).toMatchObject({ ok: false, reason: "changed_meanwhile" });
    expect(await change(900, 100)).toMatchObject({ ok: true });
    const entries = await inPractice(world.db, practice.id, (tx) =>
      tx.auditEntry.findMany({
        where: { practiceId: practice.id, action: "settings.changed" },
        select: { detail: true },
      }),
    );
    expect(entries).toEqual([{ detail: { what: "texts_budget", budget: "100 EUR → 900 USD" } }]);
  });
});
