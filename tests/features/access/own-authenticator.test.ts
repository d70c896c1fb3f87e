import { describe, expect, it } from "vitest";
import { POST as removeFactor } from "@/app/api/account/factors/[id]/remove/route";
import { POST as renameFactor } from "@/app/api/account/factors/[id]/rename/route";
import { POST as confirm } from "@/app/api/account/factors/authenticators/[id]/confirm/route";
import { POST as add } from "@/app/api/account/factors/authenticators/route";
import { GET as listFactors } from "@/app/api/account/factors/route";
import { shownBy } from "../../support/shown-by";
import { openWorld } from "../../support/world";
import { openBrowser, otherCode } from "./browser";
import { mailsOf, patientInside } from "./factor-scene";
import { password } from "./people";

const world = await openWorld();

describe("R13: an authenticator app of one's own", () => {
  it("is offered as picture and text, and counts only after a right code", async () => {
    const { robin, browser } = await patientInside(world);
    const begun = await browser.send(add, { body: { label: "Pocket" } });
    expect(begun.status).toBe(201);
    const { id, secret, uri, picture } = begun.body;
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toContain(`secret=${secret}`);
    expect(picture.path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
    expect((await browser.send(listFactors)).body.items).toEqual([]);
    const early = await openBrowser(world).password(robin.loginName, password);
    expect(early.body.factor).toBe("sms");

    const code = await shownBy(world, secret);
    const wrong = await browser.send(confirm, { params: { id }, body: { code: otherCode(code) } });
    expect([wrong.status, wrong.body.error.fields.code]).toEqual([422, expect.any(String)]);
    expect((await browser.send(confirm, { params: { id }, body: { code } })).status).toBe(200);
    expect(await mailsOf(world, robin.practiceId, "factor_added")).toBe(1);

    const next = openBrowser(world);
    const started = await next.password(robin.loginName, password);
    expect(started.body).toMatchObject({ factor: "totp", factors: ["totp", "sms"] });
    // The code that proved the app is used up (RFC 6238, 5.2).
    expect((await next.code(code)).status).toBe(401);
    await world.advance("PT31S");
    expect((await next.code(await shownBy(world, secret))).status).toBe(200);
  });

  it("is proved once, by two presses at once", async () => {
    const { browser } = await patientInside(world);
    const { id, secret } = (await browser.send(add, { body: {} })).body;
    const sent = { params: { id }, body: { code: await shownBy(world, secret) } };
    const both = await Promise.all([browser.send(confirm, sent), browser.send(confirm, sent)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 404]);
    expect((await browser.send(listFactors)).body.items).toHaveLength(1);
  });

  it("begun anew takes the place of the one begun before", async () => {
    const { browser } = await patientInside(world);
    const first = (await browser.send(add, { body: {} })).body;
    await browser.send(add, { body: {} });
    const body = { code: await shownBy(world, first.secret) };
    expect((await browser.send(confirm, { params: { id: first.id }, body })).status).toBe(404);
  });

  it("of another person is not proved by me (S12)", async () => {
    const { browser } = await patientInside(world);
    const { id, secret } = (await browser.send(add, { body: {} })).body;
    const stranger = await patientInside(world);
    const body = { code: await shownBy(world, secret) };
    expect((await stranger.browser.send(confirm, { params: { id }, body })).status).toBe(404);
  });

  it("is renamed and removed; adding and removing need a fresh factor (S11)", async () => {
    const { browser } = await patientInside(world);
    const { id, secret } = (await browser.send(add, { body: {} })).body;
    await browser.send(confirm, { params: { id }, body: { code: await shownBy(world, secret) } });
    const label = "Pocket phone";
    expect((await browser.send(renameFactor, { params: { id }, body: { label } })).status).toBe(
      200,
    );
    expect((await browser.send(listFactors)).body.items).toMatchObject([{ label }]);
    await world.advance("PT11M");
    for (const answer of [
      await browser.send(removeFactor, { params: { id } }),
      await browser.send(add, { body: {} }),
    ])
      expect([answer.status, answer.body.error.code]).toEqual([403, "step_up_required"]);
  });
});
