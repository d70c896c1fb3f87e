import { describe, expect, it } from "vitest";
import { POST as choose } from "@/app/api/login/membership/route";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { makePractice, openWorld } from "../../support/world";
import { openBrowser } from "./browser";
import { authenticatorCode, password, withAuthenticator } from "./people";

const world = await openWorld();

async function atTwoPractices() {
  const kim = await withAuthenticator(world, "orthodontist");
  const other = await makePractice(world);
  const services = await world.services();
  const second = await inPractice(world.db, other.id, (tx) =>
    tx.membership.create({
      data: {
        practiceId: other.id,
        personId: kim.personId,
        loginId: kim.loginId,
        role: "staff",
        createdAt: fromInstant(services.now),
      },
      select: { id: true },
    }),
  );
  return { kim, other, secondId: second.id };
}

describe("S10: a login with several memberships", () => {
  it("is offered all of them after the second factor, and gets a new token for the one chosen", async () => {
    const { kim, other, secondId } = await atTwoPractices();
    const browser = openBrowser(world);
    await browser.password(kim.loginName, password);
    const done = await browser.code(await authenticatorCode(world));
    const ids = done.body.memberships.map(({ id }: { id: string }) => id);
    expect(ids.sort()).toEqual([kim.membershipId, secondId].sort());
    const before = browser.jar.get("archway-session") ?? "";
    const chosen = await browser.send(choose, { body: { membershipId: secondId } });
    expect([chosen.status, chosen.body.url]).toEqual([200, "/desk"]);
    expect(await browser.whoAmI()).toMatchObject({ role: "staff" });
    expect(browser.jar.get("archway-session")).not.toBe(before);
    expect(await openBrowser(world, new Map([["archway-session", before]])).whoAmI()).toEqual({});
    const practice = await world.db.prisma.practice.findUniqueOrThrow({ where: { id: other.id } });
    expect(browser.jar.get("archway-practice")).toBe(practice.shortName);
  });

  it("starts where it was last", async () => {
    const { kim, secondId } = await atTwoPractices();
    const browser = openBrowser(world);
    await browser.password(kim.loginName, password);
    await browser.code(await authenticatorCode(world));
    await world.advance("PT1M");
    await browser.send(choose, { body: { membershipId: secondId } });
    await world.advance("PT1M");
    const next = openBrowser(world);
    await next.password(kim.loginName, password);
    expect((await next.code(await authenticatorCode(world))).body.role).toBe("staff");
  });

  it("cannot go on as somebody else's, or one that has ended", async () => {
    const { kim, other, secondId } = await atTwoPractices();
    const stranger = await withAuthenticator(world);
    const browser = openBrowser(world);
    await browser.password(kim.loginName, password);
    await browser.code(await authenticatorCode(world));
    const foreign = await browser.send(choose, { body: { membershipId: stranger.membershipId } });
    expect(foreign.status).toBe(404);
    await inPractice(world.db, other.id, (tx) =>
      tx.membership.updateMany({ where: { id: secondId }, data: { endedAt: new Date(0) } }),
    );
    expect((await browser.send(choose, { body: { membershipId: secondId } })).status).toBe(404);
    expect(await browser.whoAmI()).toMatchObject({ role: "orthodontist" });
  });

  it("does not get more than the twelve hours it began with", async () => {
    const { kim, secondId } = await atTwoPractices();
    const browser = openBrowser(world);
    await browser.password(kim.loginName, password);
    await browser.code(await authenticatorCode(world));
    const { expires } = await browser.whoAmI();
    await world.advance("PT10M");
    await browser.send(choose, { body: { membershipId: secondId } });
    expect((await browser.whoAmI()).expires).toBe(expires);
  });
});
