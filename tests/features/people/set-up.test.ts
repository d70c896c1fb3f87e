import { beforeAll, describe, expect, it } from "vitest";
import { POST as complete } from "@/app/api/set-ups/complete/route";
import { POST as beginPasskey } from "@/app/api/set-ups/passkey/route";
import { POST as choose } from "@/app/api/set-ups/password/route";
import { findSetUp } from "@/features/people/find-set-up";
import { createPractice } from "@/features/practices/create-practice";
import { shownBy } from "../../support/shown-by";
import { softwareAuthenticator } from "../../support/software-authenticator";
import { openWorld } from "../../support/world";
import { openBrowser } from "../access/browser";
import { hillside, invitedAdmin } from "./hillside";

const world = await openWorld();
const browser = openBrowser(world);
const phrase = "copper kettle nine rivers";

beforeAll(async () => {
  await createPractice(await world.services(), hillside);
});

const chosen = (token: string, password = phrase, passwordAgain = password) =>
  browser.send(choose, { body: { token, password, passwordAgain } });

describe("S22: the set-up link", () => {
  it("password, authenticator, recovery codes, and then a login with both", async () => {
    const { token, loginName } = await invitedAdmin(world);
    const services = await world.services();
    await findSetUp(services, token);
    await findSetUp(services, token);
    expect((await browser.password(loginName, phrase)).status).toBe(401);

    const offered = await chosen(token);
    expect(offered.status).toBe(200);
    expect(offered.body.uri).toContain(`secret=${offered.body.secret}`);
    expect(offered.body.picture.path).toMatch(/^M\d/);
    // R13: the password alone opens nothing yet.
    expect((await browser.password(loginName, phrase)).status).toBe(401);

    const { id } = offered.body;
    const code = await shownBy(world, offered.body.secret);
    const done = await browser.send(complete, { body: { token, id, code } });
    expect(done.body).toMatchObject({ loginName });
    expect(new Set(done.body.recoveryCodes).size).toBe(10);
    expect((await browser.whoAmI()).role).toBeUndefined();

    const started = await browser.password(loginName, phrase);
    expect(started.body).toMatchObject({ factor: "totp" });
    expect((await browser.code(code)).status).toBe(401);
    expect((await browser.code(await shownBy(world, offered.body.secret, 1))).status).toBe(200);
    expect(await browser.whoAmI()).toMatchObject({ role: "admin", practice: "hillside" });

    // Single use.
    expect((await chosen(token)).body.error.code).toBe("link_used");
    const twice = await browser.send(complete, { body: { token, id, code } });
    expect(twice.body.error.code).toBe("link_used");
  });

  it("is used up by one of two at once", async () => {
    const { token } = await invitedAdmin(world);
    const { secret, id } = (await chosen(token)).body;
    const body = { token, id, code: await shownBy(world, secret) };
    const both = await Promise.all([
      browser.send(complete, { body }),
      browser.send(complete, { body }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it("S1: judges the password, with the owner's names and the practice's, and stays usable", async () => {
    const { token, loginName } = await invitedAdmin(world);
    const codes = [];
    for (const password of ["short", `${loginName}!2024`, "Hillside-2026!", "password12345"])
      codes.push((await chosen(token, password)).body.error.code);
    codes.push((await chosen(token, phrase, `${phrase}.`)).body.error.code);
    expect(codes).toEqual([
      "password_too_short",
      "password_personal",
      "password_personal",
      "password_common",
      "passwords_differ",
    ]);
    expect((await chosen(token)).status).toBe(200);
  });

  it("asks for the password first, for six digits, and for the right ones", async () => {
    const { token } = await invitedAdmin(world);
    let id: string = crypto.randomUUID();
    const sent = (code: string) => browser.send(complete, { body: { token, id, code } });
    expect((await sent("123456")).body.error.code).toBe("password_first");
    const begun = await browser.send(beginPasskey, { body: { token } });
    expect(begun.body.error.code).toBe("password_first");
    const { secret, id: offered } = (await chosen(token)).body;
    expect((await sent("123456")).body.error.code).toBe("password_first");
    id = offered;
    expect((await sent("twelve")).body.error.code).toBe("code_shape");
    const right = await shownBy(world, secret);
    const wrong = right === "000000" ? "000001" : "000000";
    expect((await sent(wrong)).body.error.code).toBe("wrong_code");
    expect((await sent(right)).status).toBe(200);
  });

  it("R13: a passkey in the app's place: a false one refused, a right one opens the login", async () => {
    const { token, loginName } = await invitedAdmin(world);
    await chosen(token);
    const begun = (await browser.send(beginPasskey, { body: { token } })).body;
    expect(begun.options).toMatchObject({
      rp: { id: "localhost", name: "Hillside Orthodontics" },
      authenticatorSelection: { userVerification: "required" },
    });
    const attestation = {
      id: "AAAA",
      rawId: "AAAA",
      type: "public-key",
      clientExtensionResults: {},
      response: { clientDataJSON: "AAAA", attestationObject: "AAAA" },
    };
    const sent = (proof: object) =>
      browser.send(complete, { body: { token, id: begun.id, ...proof } });
    expect((await sent({ attestation })).body.error.code).toBe("passkey_refused");
    expect((await sent({})).status).toBe(422);
    expect((await sent({ attestation, code: "123456" })).status).toBe(422);
    const made = softwareAuthenticator().create({ challenge: begun.options.challenge });
    expect((await sent({ attestation: made })).body.recoveryCodes).toHaveLength(10);
    expect((await browser.password(loginName, phrase)).body).toMatchObject({ factor: "passkey" });
  });

  it("a second tab's authenticator replaces the first one's", async () => {
    const { token } = await invitedAdmin(world);
    const first = (await chosen(token)).body;
    const second = (await chosen(token)).body;
    const sent = async ({ id, secret }: { id: string; secret: string }) =>
      (
        await browser.send(complete, {
          body: { token, id, code: await shownBy(world, secret) },
        })
      ).status;
    expect(await sent(first)).toBe(409);
    expect(await sent({ id: second.id, secret: first.secret })).toBe(401);
    expect(await sent(second)).toBe(200);
  });

  it("a new link closes a login until it is used: sessions, password and factors of before are gone", async () => {
    const { token, loginName } = await invitedAdmin(world);
    const before = (await chosen(token)).body;
    await browser.send(complete, {
      body: { token, id: before.id, code: await shownBy(world, before.secret) },
    });
    const elsewhere = openBrowser(world);
    await elsewhere.password(loginName, phrase);
    expect((await elsewhere.code(await shownBy(world, before.secret, 1))).status).toBe(200);
    const again = await invitedAdmin(world, { loginName });
    expect(again.again).toBe(true);
    expect((await elsewhere.whoAmI()).role).toBeUndefined();
    expect((await elsewhere.password(loginName, phrase)).status).toBe(401);

    // What was there before the link proves nothing.
    const early = await browser.send(complete, {
      body: {
        token: again.token,
        id: before.id,
        code: await shownBy(world, before.secret),
      },
    });
    expect(early.body.error.code).toBe("password_first");
    const after = (await chosen(again.token, "another kettle nine rivers")).body;
    await browser.send(complete, {
      body: {
        token: again.token,
        id: after.id,
        code: await shownBy(world, after.secret),
      },
    });
    expect((await elsewhere.password(loginName, phrase)).status).toBe(401);
    await elsewhere.password(loginName, "another kettle nine rivers");
    expect((await elsewhere.code(await shownBy(world, before.secret, 2))).status).toBe(401);
    expect((await elsewhere.code(await shownBy(world, after.secret, 1))).status).toBe(200);
  });

  it.each(["", "x", "a".repeat(43), "../../login"])(
    "an unknown link %j opens nothing",
    async (token) => {
      expect(await findSetUp(await world.services(), token)).toMatchObject({
        reason: "link_unknown",
      });
    },
  );

  it("is over after 24 hours", async () => {
    const { token } = await invitedAdmin(world);
    await world.advance("PT23H59M");
    expect((await findSetUp(await world.services(), token)).ok).toBe(true);
    await world.advance("PT1M");
    expect((await chosen(token)).body.error.code).toBe("link_expired");
  });
});
