import { Temporal } from "temporal-polyfill";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openidLabSignIn } from "@/adapters/lab/openid/openid-lab-sign-in";
import type { LabSignedIn, LabSignInAt, LabSignInStarted } from "@/ports/lab-sign-in";
import { demoClient } from "@/simulators/lab/sign-in/client";
import { testDatabase } from "../../support/test-database";
import { labVisitor } from "./lab-visitor";
import { days, orderOf, type SimulatedLab, simulatedLab } from "./simulated-lab";

const database = await testDatabase();
const signIn = openidLabSignIn({ timeoutSeconds: 2 });
const redirectUri = "http://localhost:3000/doctor/integrations/callback";
const password = "a password of the lab";
let lab: SimulatedLab;
let at: LabSignInAt;
beforeAll(async () => {
  lab = await simulatedLab(database.owner);
  const { id: clientId, secret: clientSecret } = demoClient;
  at = { issuer: `${lab.baseUrl}/labs/alder`, clientId, clientSecret, redirectUri };
});
afterAll(() => lab.close());
beforeEach(() => lab.reset());
afterEach(async () => {
  await lab.faults.set("lab", "ok");
  await lab.clock.moveTo(realNow());
});

const realNow = () => Temporal.Now.instant();

async function begun(): Promise<LabSignInStarted> {
  const started = await signIn.begin(at);
  if (!started.ok) throw new Error(started.reason);
  return started.value;
}

/** Where the lab sends back to after the right password. */
async function answered(started: LabSignInStarted): Promise<URL> {
  const visitor = labVisitor(lab.baseUrl);
  const page = await visitor.open(started.redirectTo);
  return (await visitor.type(page, "eva", password)).url;
}

async function signedIn(): Promise<LabSignedIn> {
  const started = await begun();
  const done = await signIn.finish(at, started, await answered(started));
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done.value;
}

describe("R42: signing in at the lab", () => {
  it("gives tokens with which the lab takes a case, and says when and who", async () => {
    await lab.load("doctors", {
      doctors: [
        {
          lab: "alder",
          userName: "eva",
          password,
          displayName: "Dr Eva Lind",
          lastAuthenticatedAt: null,
          lastScanAt: null,
        },
      ],
    });
    const before = await lab.clock.now();
    const { accessToken, authenticatedAt, userName } = await signedIn();
    expect(userName).toBe("eva");
    expect(Math.abs(authenticatedAt.since(before).total("seconds"))).toBeLessThan(60);
    const sent = await lab.port.submitCase(lab.access(accessToken), orderOf("A-1"), "key-1");
    expect(sent).toMatchObject({ ok: true });
  });

  it("asks for the password again of somebody who is signed in there", async () => {
    const visitor = labVisitor(lab.baseUrl);
    const first = await visitor.open((await begun()).redirectTo);
    await visitor.type(first, "eva", password);
    const again = await visitor.open((await begun()).redirectTo);
    expect(again.html).toContain("Password");
  });

  it("keeps what was typed beside the password when it is wrong, and lets nobody in", async () => {
    const visitor = labVisitor(lab.baseUrl);
    const page = await visitor.open((await begun()).redirectTo);
    const wrong = await visitor.type(page, "eva", "something else");
    expect(wrong.status).toBe(401);
    expect(wrong.html).toContain('value="eva"');
    expect(wrong.html).not.toContain("something else");
    expect(await lab.log()).toMatchObject([{ event: "sign-in", outcome: "refused" }]);
  });

  it("is refused where somebody turned back, or the answer belongs to another question", async () => {
    const started = await begun();
    const visitor = labVisitor(lab.baseUrl);
    const page = await visitor.open(started.redirectTo);
    const back = await visitor.open(`${page.url.href}/cancel`);
    expect(await signIn.finish(at, started, back.url)).toMatchObject({
      ok: false,
      reason: "refused",
      detail: { code: "access_denied" },
    });
    const other = await begun();
    const answer = await answered(other);
    for (const wrong of [
      { ...other, state: "another" },
      { ...other, nonce: "another" },
      { ...other, codeVerifier: other.codeVerifier.replace(/^./, "x") },
    ])
      expect(await signIn.finish(at, wrong, answer)).toMatchObject({ reason: "refused" });
  });

  it("sends nobody to an address that is not Archway's", async () => {
    const started = await signIn.begin({ ...at, redirectUri: "https://elsewhere.example/take" });
    if (!started.ok) throw new Error(started.reason);
    const stop = await labVisitor(lab.baseUrl).open(started.value.redirectTo);
    expect([stop.status, stop.url.origin]).toEqual([400, lab.baseUrl]);
  });
});

describe("S18: renewing", () => {
  it("gives the next tokens once; a used refresh token ends all of them", async () => {
    const { refreshToken } = await signedIn();
    const renewed = await signIn.renew(at, refreshToken);
    if (!renewed.ok) throw new Error(renewed.reason);
    expect(renewed.value.refreshToken).not.toBe(refreshToken);
    expect(await signIn.renew(at, refreshToken)).toMatchObject({ reason: "unauthorized" });
    expect(await signIn.renew(at, renewed.value.refreshToken)).toMatchObject({
      reason: "unauthorized",
    });
  });

  it("is unauthorized when the lab's rule wants a new sign-in, or the lab refuses for itself", async () => {
    const { refreshToken } = await signedIn();
    await lab.faults.set("lab", "unauthorized");
    expect(await signIn.renew(at, refreshToken)).toMatchObject({ reason: "unauthorized" });
    await lab.faults.set("lab", "ok");
    await lab.clock.moveTo((await lab.clock.now()).add(days(30)));
    expect(await signIn.renew(at, refreshToken)).toMatchObject({ reason: "unauthorized" });
    const { accessToken, authenticatedAt } = await signedIn();
    expect(authenticatedAt.since(realNow()).total("hours")).toBeGreaterThan(29 * 24);
    expect(await lab.port.listCases(lab.access(accessToken), { cursor: null })).toMatchObject({
      ok: true,
    });
  });

  it.each(["down", "error"] as const)("is to be tried again while the lab is %s", async (mode) => {
    const { refreshToken } = await signedIn();
    await lab.faults.set("lab", mode);
    expect(await signIn.renew(at, refreshToken)).toMatchObject({ reason: "transient" });
    expect(await signIn.begin(at)).toMatchObject({ reason: "transient" });
    await lab.faults.set("lab", "ok");
    expect(await signIn.renew(at, refreshToken)).toMatchObject({ ok: true });
  });

  it("is over for good once revoked", async () => {
    const { refreshToken } = await signedIn();
    expect(await signIn.revoke(at, refreshToken)).toMatchObject({ ok: true });
    expect(await signIn.renew(at, refreshToken)).toMatchObject({ reason: "unauthorized" });
  });
});
