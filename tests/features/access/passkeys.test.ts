import { describe, expect, it } from "vitest";
import { POST as removeFactor } from "@/app/api/account/factors/[id]/remove/route";
import { POST as renameFactor } from "@/app/api/account/factors/[id]/rename/route";
import { POST as confirmPasskey } from "@/app/api/account/factors/passkeys/[id]/confirm/route";
import { POST as addPasskey } from "@/app/api/account/factors/passkeys/route";
import { GET as listFactors } from "@/app/api/account/factors/route";
import { callback } from "@/app/api/auth/[...nextauth]/doors";
import { POST as switchFactor } from "@/app/api/login/factor/route";
import { POST as passkeyOptions } from "@/app/api/login/passkey-options/route";
import { POST as complete } from "@/app/api/step-up/complete/route";
import { POST as start } from "@/app/api/step-up/route";
import { softwareAuthenticator } from "../../support/software-authenticator";
import { openWorld } from "../../support/world";
import { openBrowser, sentSecrets } from "./browser";
import { audited, mailsOf, passkeyLogin, patientInside, registerPasskey } from "./factor-scene";
import { authenticatorCode, password, withAuthenticator } from "./people";

const world = await openWorld();

async function withPasskey() {
  const { robin, browser } = await patientInside(world);
  const key = softwareAuthenticator();
  const added = await registerPasskey(browser, key, "Blue key");
  expect(added.status).toBe(200);
  return { robin, browser, key, factorId: added.body.id as string };
}

describe("R13: a passkey", () => {
  it("is the first choice at the next login, and logs in without a text", async () => {
    const { robin, key } = await withPasskey();
    const before = (await sentSecrets(world, robin.practiceId, "login_code")).length;
    const browser = openBrowser(world);
    const started = await browser.password(robin.loginName, password);
    expect(started.body).toEqual({ factor: "passkey", factors: ["passkey", "sms"], hint: null });
    const done = await passkeyLogin(browser, key);
    expect([done.status, done.body.url]).toEqual([200, "/"]);
    expect((await sentSecrets(world, robin.practiceId, "login_code")).length).toBe(before);
    const [, entry] = await audited(world, robin.practiceId, "login.succeeded");
    expect(entry?.detail).toEqual({ factor: "passkey" });
  });

  it("is told of by mail and in the audit log when added and when removed", async () => {
    const { robin, browser, factorId } = await withPasskey();
    expect(await mailsOf(world, robin.practiceId, "factor_added")).toBe(1);
    const removed = await browser.send(removeFactor, { params: { id: factorId } });
    expect(removed.status).toBe(200);
    expect(await mailsOf(world, robin.practiceId, "factor_removed")).toBe(1);
    expect(await audited(world, robin.practiceId, "factor.removed")).toHaveLength(1);
    const next = await openBrowser(world).password(robin.loginName, password);
    expect(next.body.factors).toEqual(["sms"]);
  });

  it.each([
    ["of another site", { rpId: "elsewhere.example" }],
    ["made at another origin", { origin: "https://elsewhere.example" }],
    ["without fingerprint, face or PIN", { verifies: false }],
  ])("%s is not taken", async (_, options) => {
    const { browser } = await patientInside(world);
    const made = await registerPasskey(browser, softwareAuthenticator(options));
    expect([made.status, made.body.error.code]).toEqual([422, "passkey_refused"]);
  });

  it("of somebody else does not log in", async () => {
    const { robin } = await withPasskey();
    const other = await withPasskey();
    const browser = openBrowser(world);
    await browser.password(robin.loginName, password);
    const tried = await passkeyLogin(browser, other.key);
    expect([tried.status, tried.body.error.code]).toEqual([401, "wrong_passkey"]);
  });

  it("answers one challenge once, and only this browser's", async () => {
    const { robin, key } = await withPasskey();
    const first = openBrowser(world);
    await first.password(robin.loginName, password);
    const { body } = await first.send(passkeyOptions, { body: {} });
    const assertion = key.get(body);
    const second = openBrowser(world);
    await second.password(robin.loginName, password);
    await second.send(passkeyOptions, { body: {} });
    const stolen = await second.send(callback, {
      body: { csrfToken: await second.csrfToken(), assertion },
    });
    expect(stolen.status).toBe(401);
    const csrfToken = await first.csrfToken();
    const both = await Promise.all([
      first.send(callback, { body: { csrfToken, assertion } }),
      first.send(callback, { body: { csrfToken, assertion } }),
    ]);
    const [done, other] = both.toSorted((one, two) => one.status - two.status);
    expect(done?.status).toBe(200);
    expect(["login_used", "wrong_passkey"]).toContain(other?.body.error.code);
  });

  it("whose counter did not grow is a copy, and refused", async () => {
    const { robin, key } = await withPasskey();
    const first = openBrowser(world);
    await first.password(robin.loginName, password);
    expect((await passkeyLogin(first, key, 7)).status).toBe(200);
    const copy = openBrowser(world);
    await copy.password(robin.loginName, password);
    expect((await passkeyLogin(copy, key, 7)).status).toBe(401);
    expect((await passkeyLogin(copy, key, 6)).status).toBe(401);
    expect((await passkeyLogin(copy, key, 8)).status).toBe(200);
  });

  it("wrong ones count towards the lock like codes (S5)", async () => {
    const { robin } = await withPasskey();
    const statuses: number[] = [];
    for (let login = 0; login < 3; login += 1) {
      const browser = openBrowser(world);
      await browser.password(robin.loginName, password);
      for (let number = 0; number < 4; number += 1)
        statuses.push((await passkeyLogin(browser, softwareAuthenticator())).status);
    }
    expect(statuses.slice(0, 9)).toEqual(Array(9).fill(401));
    expect(statuses.slice(9)).toEqual([423, 423, 423]);
  });

  it("proves a step-up (S11)", async () => {
    const { browser, key } = await withPasskey();
    await world.advance("PT11M");
    expect((await browser.send(addPasskey, { body: {} })).body.error.code).toBe("step_up_required");
    const started = await browser.send(start, { body: {} });
    const assertion = key.get(started.body.passkey);
    expect((await browser.send(complete, { body: { assertion } })).status).toBe(200);
    expect((await browser.send(addPasskey, { body: {} })).status).toBe(201);
  });

  it("can be left for a text, and the text costs nothing twice", async () => {
    const { robin } = await withPasskey();
    const browser = openBrowser(world);
    await browser.password(robin.loginName, password);
    const sms = await browser.send(switchFactor, { body: { factor: "sms" } });
    expect(sms.body).toMatchObject({ factor: "sms", resendAfterSeconds: 60 });
    const sent = (await sentSecrets(world, robin.practiceId, "login_code")).length;
    await browser.send(switchFactor, { body: { factor: "passkey" } });
    await browser.send(switchFactor, { body: { factor: "sms" } });
    const secrets = await sentSecrets(world, robin.practiceId, "login_code");
    expect(secrets).toHaveLength(sent);
    expect((await browser.code(secrets.at(-1) ?? "")).status).toBe(200);
  });

  it("two registrations of one passkey: one counts", async () => {
    const { browser, key } = await withPasskey();
    const again = await registerPasskey(browser, key);
    expect([again.status, again.body.error.code]).toEqual([422, "passkey_refused"]);
    const stranger = await patientInside(world);
    expect((await registerPasskey(stranger.browser, key)).status).toBe(422);
  });

  it("that was begun is forgotten after a quarter of an hour", async () => {
    const { browser } = await patientInside(world);
    const begun = await browser.send(addPasskey, { body: {} });
    await world.advance("PT16M");
    const late = await browser.send(confirmPasskey, {
      params: { id: begun.body.id },
      body: { attestation: softwareAuthenticator().create(begun.body.options) },
    });
    expect(late.status).toBe(404);
  });

  it("of another person is not renamed, removed or finished by me: like a missing one (S12)", async () => {
    const theirs = await withPasskey();
    const { browser } = await patientInside(world);
    const params = { id: theirs.factorId };
    const renamed = await browser.send(renameFactor, { params, body: { label: "Mine" } });
    const removed = await browser.send(removeFactor, { params });
    expect([renamed.status, removed.status]).toEqual([404, 404]);
    const begun = await theirs.browser.send(addPasskey, { body: {} });
    const finished = await browser.send(confirmPasskey, {
      params: { id: begun.body.id },
      body: { attestation: softwareAuthenticator().create(begun.body.options) },
    });
    expect(finished.status).toBe(404);
    const list = await theirs.browser.send(listFactors);
    expect(list.body.items).toMatchObject([{ kind: "passkey", label: "Blue key" }]);
  });

  it("may take the place of a staff member's authenticator; the last of both stays", async () => {
    const kim = await withAuthenticator(world);
    const browser = openBrowser(world);
    await browser.password(kim.loginName, password);
    await browser.code(await authenticatorCode(world));
    const [app] = (await browser.send(listFactors)).body.items;
    const refused = await browser.send(removeFactor, { params: { id: app.id } });
    expect([refused.status, refused.body.error.code]).toEqual([409, "last_factor"]);
    const key = softwareAuthenticator();
    const added = await registerPasskey(browser, key);
    // Both at once: one of the two has to stay.
    const both = await Promise.all(
      [app.id, added.body.id].map((id) => browser.send(removeFactor, { params: { id } })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});
