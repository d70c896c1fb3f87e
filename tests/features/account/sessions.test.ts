import { describe, expect, it } from "vitest";
import { POST as endOne } from "@/app/api/account/sessions/[id]/end/route";
import { POST as endOthers } from "@/app/api/account/sessions/end-others/route";
import { GET as list } from "@/app/api/account/sessions/route";
import { POST as stay } from "@/app/api/account/stay-logged-in/route";
import { browserName } from "@/features/account/browser-name";
import { tokenDigest } from "@/security/tokens";
import { makeSession } from "../../support/people";
import { openWorld } from "../../support/world";
import { openBrowser } from "../access/browser";
import {
  authenticatorCode,
  password,
  registeredPatient,
  withAuthenticator,
} from "../access/people";

const world = await openWorld();

async function browserOf(person: Awaited<ReturnType<typeof registeredPatient>>) {
  const token = await makeSession(world, person.practiceId, person, "patient");
  return openBrowser(world, new Map([["archway-session", token]]));
}

describe("R17: one's own sessions", () => {
  it("are listed, this one first, and nobody else's", async () => {
    const robin = await registeredPatient(world);
    const neighbour = await registeredPatient(world, { practiceId: robin.practiceId });
    await browserOf(neighbour);
    await browserOf(robin);
    const here = await browserOf(robin);
    const { items } = (await here.send(list)).body;
    expect(items).toHaveLength(2);
    expect(items.map((item: { isThisOne: boolean }) => item.isThisOne)).toEqual([true, false]);
  });

  it("end on the next request", async () => {
    const robin = await registeredPatient(world);
    const there = await browserOf(robin);
    const here = await browserOf(robin);
    const { items } = (await here.send(list)).body;
    const other = items.find((item: { isThisOne: boolean }) => !item.isThisOne);
    const answer = await here.send(endOne, { body: {}, params: { id: other.id } });
    expect([answer.status, answer.body]).toEqual([200, { ended: 1 }]);
    expect((await there.send(list)).status).toBe(401);
    expect((await here.send(endOne, { body: {}, params: { id: other.id } })).status).toBe(404);
  });

  it("of somebody else, at the same or another practice, cannot be ended", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(robin);
    for (const practiceId of [robin.practiceId, undefined]) {
      const victim = await registeredPatient(world, practiceId ? { practiceId } : {});
      const theirs = await browserOf(victim);
      const id = (await theirs.send(list)).body.items[0].id;
      expect((await here.send(endOne, { body: {}, params: { id } })).status).toBe(404);
      expect((await theirs.send(list)).status).toBe(200);
    }
  });

  it("end all at once but this one", async () => {
    const robin = await registeredPatient(world);
    const others = [await browserOf(robin), await browserOf(robin)];
    const here = await browserOf(robin);
    expect((await here.send(endOthers, { body: {} })).body).toEqual({ ended: 2 });
    for (const other of others) expect((await other.send(list)).status).toBe(401);
    expect((await here.send(list)).status).toBe(200);
  });

  it("need a session", async () => {
    const nobody = openBrowser(world);
    expect((await nobody.send(list)).status).toBe(401);
    expect((await nobody.send(endOthers, { body: {} })).status).toBe(401);
  });
});

describe("R18: stay logged in", () => {
  it("begins the idle time anew, within the twelve hours", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(robin);
    await world.advance("PT29M");
    expect((await here.send(stay, { body: {} })).body).toEqual({ idleSecondsLeft: 1800 });
    await world.advance("PT29M");
    expect(await here.whoAmI()).toHaveProperty("loginName");
    await world.advance("PT1M");
    expect((await here.send(stay, { body: {} })).status).toBe(401);
  });
});

describe("a browser's name", () => {
  it.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
      "Firefox, Windows",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
      "Chrome, Mac",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
      "Edge, Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari, iPhone",
    ],
    ["curl/8.5.0", null],
    [null, null],
  ])("%s → %s", (userAgent, name) => {
    expect(browserName(userAgent)).toBe(name);
  });
});

describe("R17: where a session was logged in from", () => {
  it("is said in terms of this session's network, and nothing where it is not known", async () => {
    const robin = await registeredPatient(world);
    const unknown = await browserOf(robin);
    const elsewhere = await browserOf(robin);
    const here = await browserOf(robin);
    const at = (browser: typeof here, address: string) =>
      world.db.prisma.session.updateMany({
        where: { tokenDigest: tokenDigest(browser.jar.get("archway-session") ?? "") },
        data: { address },
      });
    await at(here, "2001:db8:1:2::7");
    await at(elsewhere, "203.0.113.7");
    expect(await unknown.whoAmI()).toHaveProperty("loginName");
    const { items } = (await here.send(list)).body;
    type Item = { address: string | null; isSameNetwork: boolean | null };
    const seen = items.map(({ address, isSameNetwork }: Item) => [address, isSameNetwork]);
    expect(seen).toEqual(
      expect.arrayContaining([
        ["2001:db8:1:2::7", true],
        ["203.0.113.7", false],
        [null, null],
      ]),
    );
  });
});

describe("S10: how many sessions a login has, and how long", () => {
  const staffLogin = async (kim: Awaited<ReturnType<typeof withAuthenticator>>) => {
    // A code of an authenticator works once.
    await world.advance("PT31S");
    const browser = openBrowser(world);
    await browser.password(kim.loginName, password);
    await browser.code(await authenticatorCode(world));
    return browser;
  };

  it("staff three: with the fourth login the one unused for longest ends", async () => {
    const kim = await withAuthenticator(world);
    const browsers = [await staffLogin(kim), await staffLogin(kim), await staffLogin(kim)];
    const fourth = await staffLogin(kim);
    expect(await browsers[0]?.whoAmI()).toEqual({});
    for (const browser of [...browsers.slice(1), fourth])
      expect(await browser.whoAmI()).toHaveProperty("loginName");
  });

  it("staff 15 minutes without use, also while the page asks by itself", async () => {
    const kim = await withAuthenticator(world);
    const browser = await staffLogin(kim);
    await world.advance("PT14M");
    expect((await browser.whoAmI()).idleSecondsLeft).toBeLessThanOrEqual(60);
    await world.advance("PT1M");
    expect(await browser.whoAmI()).toEqual({});
  });

  it("twelve hours at most, however often one stays", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(robin);
    for (let quarters = 0; quarters < 47; quarters += 1) {
      await world.advance("PT15M");
      expect((await here.send(stay, { body: {} })).status).toBe(200);
    }
    await world.advance("PT14M");
    expect((await here.send(stay, { body: {} })).body.idleSecondsLeft).toBeLessThanOrEqual(60);
    await world.advance("PT1M");
    expect((await here.send(stay, { body: {} })).status).toBe(401);
  });
});
