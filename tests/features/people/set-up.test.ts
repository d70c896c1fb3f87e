import { Secret, TOTP } from "otpauth";
import { beforeAll, describe, expect, it } from "vitest";
import { POST as complete } from "@/app/api/set-ups/complete/route";
import { POST as beginPasskey } from "@/app/api/set-ups/passkey/route";
import { POST as choose } from "@/app/api/set-ups/password/route";
import { findSetUp } from "@/features/people/find-set-up";
import { inviteAdmin } from "@/features/people/invite-admin";
import { createPractice } from "@/features/practices/create-practice";
import type { PracticeWish } from "@/features/practices/new-practice";
import { tokenDigest } from "@/security/tokens";
import { softwareAuthenticator } from "../../support/software-authenticator";
import { openWorld } from "../../support/world";
import { openBrowser } from "../access/browser";

const world = await openWorld();
const browser = openBrowser(world);
const phrase = "copper kettle nine rivers";
const wish: PracticeWish = {
  shortName: "hillside",
  name: "Hillside Orthodontics",
  zone: "Europe/Berlin",
  country: "DE",
  countries: ["SE"],
  language: "en",
  supportPhone: "+49 30 23125000",
  supportEmail: "help@hillside.example.com",
  mailFrom: "portal@hillside.example.com",
};
const ada = {
  practice: "hillside",
  firstName: "Ada",
  lastName: "Lindqvist",
  email: "ada@hillside.example.com",
  mobile: "+46701740605",
};

beforeAll(async () => {
  await createPractice(await world.services(), wish);
});

async function invited(more: Partial<typeof ada & { loginName: string }> = {}) {
  const made = await inviteAdmin(await world.services(), { ...ada, ...more });
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

async function codeOf(secret: string, steps = 0): Promise<string> {
  const { now } = await world.services();
  return new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({
    timestamp: now.epochMilliseconds + steps * 30_000,
  });
}

const chosen = (token: string, password = phrase, passwordAgain = password) =>
  browser.send(choose, { body: { token, password, passwordAgain } });

async function installationAudit(action: string) {
  const client = await world.owner.pool.connect();
  try {
    await client.query("begin; set local app.installation = 'on'");
    const { rows } = await client.query(
      "select actor_name, practice_id, detail from tenant.audit_entry where action = $1 order by at, id",
      [action],
    );
    await client.query("commit");
    return rows;
  } finally {
    client.release();
  }
}

describe("S22: practice:create", () => {
  it("makes a practice with settings and first terms once, and says so in the installation's chain", async () => {
    const services = await world.services();
    const name = { ...wish, shortName: "Uptown", name: "Uptown Aligners" };
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
    const rows = await installationAudit("practice.created");
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
    const refused = await createPractice(services, { ...wish, shortName: "never", ...wrong });
    expect(refused).toMatchObject({ ok: false, reason });
    expect(await world.db.prisma.practice.count({ where: { shortName: "never" } })).toBe(0);
  });
});

describe("S22: admin:create", () => {
  it("makes an admin who cannot log in yet, and keeps the link as its digest", async () => {
    const admin = await invited();
    expect(admin).toMatchObject({ practiceName: "Hillside Orthodontics", again: false });
    expect(admin.token).toMatch(/^[\w-]{43}$/);
    const kept = await world.db.prisma.token.findUniqueOrThrow({
      where: { digest: tokenDigest(admin.token) },
    });
    expect(kept.expiresAt.getTime() - kept.createdAt.getTime()).toBe(24 * 3_600_000);
    expect(JSON.stringify(kept)).not.toContain(admin.token);
    const login = await world.db.prisma.login.findUniqueOrThrow({
      where: { loginName: admin.loginName },
    });
    expect(login).toMatchObject({ status: "issued", emailVerifiedAt: null });
    const rows = await installationAudit("admin.invited");
    expect(rows.at(-1)).toMatchObject({
      practice_id: null,
      detail: { practice: "hillside", loginName: admin.loginName, again: false },
    });
  });

  it.each([
    ["practice_unknown", { practice: "elsewhere" }],
    ["name_length", { firstName: " " }],
    ["email_wrong", { email: "ada" }],
    ["mobile_wrong", { mobile: "+49 30 23125000" }],
    ["login_name_too_short", { loginName: "ada" }],
    ["login_name_characters", { loginName: "ada lindqvist" }],
  ])("refuses with %s", async (reason, wrong) => {
    const made = await inviteAdmin(await world.services(), { ...ada, ...wrong });
    expect(made).toMatchObject({ ok: false, reason });
  });

  it("R12: gives nobody's login name to somebody else: of another practice, of the past", async () => {
    await createPractice(await world.services(), { ...wish, shortName: "neighbour" });
    const theirs = await invited({ loginName: "nadia.admin" });
    const taken = { ok: false, reason: "login_name_taken" };
    const services = await world.services();
    const elsewhere = { ...ada, practice: "neighbour", loginName: theirs.loginName };
    expect(await inviteAdmin(services, elsewhere)).toEqual(taken);
    expect((await findSetUp(services, theirs.token)).ok).toBe(true);
    await world.owner.pool.query(
      "insert into identity.retired_login_name values ('former.admin', app_now())",
    );
    expect(await inviteAdmin(services, { ...ada, loginName: "former.admin" })).toEqual(taken);
  });

  it("only the newest link works, also of two commands at once", async () => {
    const first = await invited({ loginName: "newest.link" });
    const both = await Promise.all([
      invited({ loginName: "newest.link" }),
      invited({ loginName: "newest.link" }),
    ]);
    const services = await world.services();
    expect(await findSetUp(services, first.token)).toMatchObject({ reason: "link_replaced" });
    const live = await Promise.all(both.map(({ token }) => findSetUp(services, token)));
    expect(live.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("S22: the set-up link", () => {
  it("password, authenticator, recovery codes, and then a login with both", async () => {
    const { token, loginName } = await invited();
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
    const code = await codeOf(offered.body.secret);
    const done = await browser.send(complete, { body: { token, id, code } });
    expect(done.body).toMatchObject({ loginName });
    expect(new Set(done.body.recoveryCodes).size).toBe(10);
    expect((await browser.whoAmI()).role).toBeUndefined();

    const started = await browser.password(loginName, phrase);
    expect(started.body).toMatchObject({ factor: "totp" });
    expect((await browser.code(code)).status).toBe(401);
    expect((await browser.code(await codeOf(offered.body.secret, 1))).status).toBe(200);
    expect(await browser.whoAmI()).toMatchObject({ role: "admin", practice: "hillside" });

    // Single use.
    expect((await chosen(token)).body.error.code).toBe("link_used");
    const twice = await browser.send(complete, { body: { token, id, code } });
    expect(twice.body.error.code).toBe("link_used");
  });

  it("is used up by one of two at once", async () => {
    const { token } = await invited();
    const { secret, id } = (await chosen(token)).body;
    const body = { token, id, code: await codeOf(secret) };
    const both = await Promise.all([
      browser.send(complete, { body }),
      browser.send(complete, { body }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it("S1: judges the password, with the owner's names and the practice's, and stays usable", async () => {
    const { token, loginName } = await invited();
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
    const { token } = await invited();
    let id: string = crypto.randomUUID();
    const sent = (code: string) => browser.send(complete, { body: { token, id, code } });
    expect((await sent("123456")).body.error.code).toBe("password_first");
    const begun = await browser.send(beginPasskey, { body: { token } });
    expect(begun.body.error.code).toBe("password_first");
    const { secret, id: offered } = (await chosen(token)).body;
    expect((await sent("123456")).body.error.code).toBe("password_first");
    id = offered;
    expect((await sent("twelve")).body.error.code).toBe("code_shape");
    const right = await codeOf(secret);
    const wrong = right === "000000" ? "000001" : "000000";
    expect((await sent(wrong)).body.error.code).toBe("wrong_code");
    expect((await sent(right)).status).toBe(200);
  });

  it("R13: a passkey in the app's place: a false one refused, a right one opens the login", async () => {
    const { token, loginName } = await invited();
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
    const { token } = await invited();
    const first = (await chosen(token)).body;
    const second = (await chosen(token)).body;
    const sent = async ({ id, secret }: { id: string; secret: string }) =>
      (await browser.send(complete, { body: { token, id, code: await codeOf(secret) } })).status;
    expect(await sent(first)).toBe(409);
    expect(await sent({ id: second.id, secret: first.secret })).toBe(401);
    expect(await sent(second)).toBe(200);
  });

  it("a new link closes a login until it is used: sessions, password and factors of before are gone", async () => {
    const { token, loginName } = await invited();
    const before = (await chosen(token)).body;
    await browser.send(complete, {
      body: { token, id: before.id, code: await codeOf(before.secret) },
    });
    const elsewhere = openBrowser(world);
    await elsewhere.password(loginName, phrase);
    expect((await elsewhere.code(await codeOf(before.secret, 1))).status).toBe(200);
    const again = await invited({ loginName });
    expect(again.again).toBe(true);
    expect((await elsewhere.whoAmI()).role).toBeUndefined();
    expect((await elsewhere.password(loginName, phrase)).status).toBe(401);

    // What was there before the link proves nothing.
    const early = await browser.send(complete, {
      body: { token: again.token, id: before.id, code: await codeOf(before.secret) },
    });
    expect(early.body.error.code).toBe("password_first");
    const after = (await chosen(again.token, "another kettle nine rivers")).body;
    await browser.send(complete, {
      body: { token: again.token, id: after.id, code: await codeOf(after.secret) },
    });
    expect((await elsewhere.password(loginName, phrase)).status).toBe(401);
    await elsewhere.password(loginName, "another kettle nine rivers");
    expect((await elsewhere.code(await codeOf(before.secret, 2))).status).toBe(401);
    expect((await elsewhere.code(await codeOf(after.secret, 1))).status).toBe(200);
  });

  it.each(["", "x", "a".repeat(43), "../../login"])(
    "an unknown link %j opens nothing",
    async (token) => {
      expect(await findSetUp(await world.services(), token)).toMatchObject({ reason: "link_used" });
    },
  );

  it("is over after 24 hours", async () => {
    const { token } = await invited();
    await world.advance("PT23H59M");
    expect((await findSetUp(await world.services(), token)).ok).toBe(true);
    await world.advance("PT1M");
    expect((await chosen(token)).body.error.code).toBe("link_expired");
  });
});
