import { describe, expect, it } from "vitest";
import { makePerson } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import { openBrowser } from "./browser";
import { authenticatorCode, password, withAuthenticator } from "./people";

const world = await openWorld();

describe("R13: an authenticator", () => {
  it("logs staff in to the desk; no text is sent", async () => {
    const kim = await withAuthenticator(world);
    const browser = openBrowser(world);
    const started = await browser.password(kim.loginName, password);
    expect(started.body).toEqual({ factor: "totp", factors: ["totp"], hint: null });
    const done = await browser.code(await authenticatorCode(world));
    expect([done.status, done.body.url]).toEqual([200, "/desk"]);
  });

  it("may be one step early or late, not two", async () => {
    for (const [steps, status] of [
      [-1, 200],
      [1, 200],
      [-2, 401],
      [2, 401],
    ] as const) {
      const kim = await withAuthenticator(world);
      const browser = openBrowser(world);
      await browser.password(kim.loginName, password);
      expect((await browser.code(await authenticatorCode(world, steps))).status).toBe(status);
    }
  });

  it("refuses a code that was used already, and an older one after it", async () => {
    const kim = await withAuthenticator(world);
    const first = openBrowser(world);
    await first.password(kim.loginName, password);
    const code = await authenticatorCode(world);
    expect((await first.code(code)).status).toBe(200);
    const second = openBrowser(world);
    await second.password(kim.loginName, password);
    const replayed = await second.code(code);
    expect([replayed.status, replayed.body.error.code]).toEqual([401, "wrong_code"]);
    expect((await second.code(await authenticatorCode(world, -1))).status).toBe(401);
    await world.advance("PT31S");
    expect((await second.code(await authenticatorCode(world))).status).toBe(200);
  });

  it("gives five tries per login", async () => {
    const kim = await withAuthenticator(world);
    const browser = openBrowser(world);
    await browser.password(kim.loginName, password);
    const left = [];
    for (let number = 0; number < 5; number += 1) {
      const answer = await browser.code(await authenticatorCode(world, 50 + number));
      left.push(answer.body.error.detail.triesLeft);
    }
    expect(left).toEqual([4, 3, 2, 1, 0]);
    const sixth = await browser.code(await authenticatorCode(world));
    expect([sixth.status, sixth.body.error.code]).toEqual([410, "code_spent"]);
  });

  it("is required of the practice's people: a verified mobile alone does not let them in", async () => {
    const practice = await makePractice(world);
    const kim = await makePerson(world, practice.id, {
      role: "orthodontist",
      password,
      mobile: "+46701740690",
    });
    const answer = await openBrowser(world).password(kim.loginName, password);
    expect([answer.status, answer.body.error.code]).toEqual([403, "factor_missing"]);
  });
});
