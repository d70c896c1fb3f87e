import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { parseLoginName } from "@/domain/access/login-name";
import { decidePassword } from "@/domain/access/password-rules";
import { mobileVerdict, parsePhone } from "@/lib/phone";
import { judgeCommonness } from "@/security/common-passwords";
import { demoRoles, passwordHasher } from "../../../prisma/seed/passwords";
import { demoLogins } from "../../../scripts/demo/demo-logins";
import { unregisteredPeople } from "../../../scripts/demo/demo-people";
import { seededDemo } from "./seeded";

const seeded = await seededDemo();
const logins = await demoLogins(seeded.database.owner, seeded.env);
const people = await unregisteredPeople(seeded.database.owner);
const count = (practice: string, role: string) =>
  logins.filter((login) => login.practice === practice && login.role === role).length;

interface Owner {
  loginName: string;
  first: string;
  last: string;
  preferred: string | null;
  email: string | null;
  born: string | null;
  hash: string;
  practice: string;
  short: string;
}

test("interface.md: so many logins of each role and practice", () => {
  expect(count("northgate", "patient")).toBeGreaterThanOrEqual(20);
  expect(count("northgate", "orthodontist")).toBeGreaterThanOrEqual(3);
  expect(count("northgate", "staff")).toBeGreaterThanOrEqual(3);
  expect(count("northgate", "admin")).toBeGreaterThanOrEqual(1);
  for (const role of demoRoles) expect(count("riverbend", role), role).toBeGreaterThanOrEqual(1);
  expect(count("riverbend", "patient")).toBeGreaterThanOrEqual(3);
});

test("each listed login is one of the installation's, once, with the fields of interface.md", async () => {
  expect(new Set(logins.map(({ loginName }) => loginName)).size).toBe(logins.length);
  for (const login of logins) {
    expect(Object.keys(login)).toEqual([
      "role",
      "practice",
      "loginName",
      "password",
      "mobile",
      "totpSecret",
    ]);
    expect(parseLoginName(login.loginName)).toEqual({ ok: true, value: login.loginName });
  }
});

test("S1: every demo password verifies and would be accepted for its owner", async () => {
  const { rows } = await seeded.owner.query<Owner>(
    `select l.login_name as "loginName", p.first_name as first, p.last_name as last, p.preferred_name as preferred,
       l.email, p.date_of_birth::text as born, c.password_hash as hash, r.name as practice, r.short_name as short
     from identity.login l join identity.person p on p.id = l.person_id
     join identity.credential c on c.login_id = l.id join identity.practice r on r.id = l.home_practice_id`,
  );
  const hasher = passwordHasher(seeded.env.peppers);
  const verified = new Set<string>();
  expect(rows).toHaveLength(logins.length);
  for (const owner of rows) {
    const password = logins.find(({ loginName }) => loginName === owner.loginName)?.password ?? "";
    const decided = decidePassword(password, {
      loginName: owner.loginName,
      names: [owner.first, owner.last, owner.preferred ?? ""],
      ...(owner.email === null ? {} : { email: owner.email }),
      ...(owner.born === null ? {} : { dateOfBirth: Temporal.PlainDate.from(owner.born) }),
      practiceNames: [owner.practice, owner.short],
    });
    expect(decided, owner.loginName).toEqual({ ok: true, value: password });
    const pair = `${owner.hash} ${password}`;
    if (verified.has(pair)) continue;
    verified.add(pair);
    const answer = await hasher.verify(owner.hash, password);
    expect(answer.ok && answer.value).toEqual({ matches: true, needsRehash: false });
    expect((await judgeCommonness(password)).isCommon, password).toBe(false);
  }
});

test("R13: patients have a mobile number that takes texts, the practice's people an authenticator", async () => {
  for (const { role, mobile, totpSecret, loginName } of logins) {
    if (role === "patient" || role === "guardian") {
      const phone = parsePhone(mobile ?? "", "SE", ["SE", "DE"]);
      expect(phone.ok && mobileVerdict(phone.value.type), loginName).toBe("accepted");
    } else {
      expect(totpSecret, loginName).toMatch(/^[A-Z2-7]{32}$/);
    }
  }
  const mobiles = logins.flatMap(({ mobile }) => mobile ?? []);
  expect(new Set(mobiles).size).toBe(mobiles.length);
});

test("the simulators' front door knows the same authenticators", async () => {
  const { rows } = await seeded.owner.query<{ login_name: string; secret: string }>(
    "select login_name, secret from demo.totp",
  );
  const shown = new Map(rows.map((row) => [row.login_name, row.secret]));
  const listed = logins.filter(({ totpSecret }) => totpSecret !== null);
  expect(listed.length).toBeGreaterThanOrEqual(13);
  for (const { loginName, totpSecret } of listed) expect(shown.get(loginName)).toBe(totpSecret);
});

test("somebody who changed the password is listed no more", async () => {
  const [first] = logins;
  const changed = await passwordHasher(seeded.env.peppers).hash("something-else-entirely-9");
  const hash = changed.ok ? changed.value : "";
  const where = "where login_id = (select id from identity.login where login_name = $1)";
  const [before] = (
    await seeded.owner.query<{ password_hash: string }>(
      `select password_hash from identity.credential ${where}`,
      [first?.loginName],
    )
  ).rows;
  await seeded.owner.query(`update identity.credential set password_hash = $2 ${where}`, [
    first?.loginName,
    hash,
  ]);
  const left = await demoLogins(seeded.database.owner, seeded.env);
  await seeded.owner.query(`update identity.credential set password_hash = $2 ${where}`, [
    first?.loginName,
    before?.password_hash,
  ]);
  expect(left).toHaveLength(logins.length - 1);
  expect(left.map(({ loginName }) => loginName)).not.toContain(first?.loginName);
});

test.each([
  ["plain", 12],
  ["landline", 1],
  ["number in work field", 1],
  ["number in home field", 1],
  ["shared e-mail", 2],
  ["shared mobile", 2],
  ["two matching records", 2],
  ["two matching records, same postcode", 2],
  ["archived", 1],
  ["booking restricted", 1],
  ["accented name", 1],
  ["guardian-to-be child", 2],
  ["login link sent", 1],
])("demo:people has '%s' in the first practice", (note, atLeast) => {
  const found = people.filter((person) => person.practice === "northgate" && person.note === note);
  expect(found.length).toBeGreaterThanOrEqual(atLeast);
});

test("plain people can register: four details each, a mobile number nobody else has", () => {
  const plain = people.filter(({ note }) => note === "plain");
  for (const person of plain) {
    expect(person.email).toMatch(/@example\.(com|org)$/);
    const phone = parsePhone(person.mobile ?? "", "SE", ["SE", "DE"]);
    expect(phone.ok && mobileVerdict(phone.value.type)).toBe("accepted");
    expect(person.dateOfBirth).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
  expect(new Set(plain.map(({ mobile }) => mobile)).size).toBe(plain.length);
  expect(new Set(plain.map(({ email }) => email)).size).toBe(plain.length);
});
