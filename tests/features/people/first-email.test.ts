import { beforeAll, describe, expect, it } from "vitest";
import { POST as confirm } from "@/app/api/account/email/confirm/route";
import { POST as resend } from "@/app/api/account/email/resend/route";
import { POST as requestChange } from "@/app/api/account/email/route";
import { POST as requestReset } from "@/app/api/password-resets/route";
import { POST as complete } from "@/app/api/set-ups/complete/route";
import { POST as choose } from "@/app/api/set-ups/password/route";
import { inviteAdmin } from "@/features/people/invite-admin";
import { createPractice } from "@/features/practices/create-practice";
import { shownBy } from "../../support/shown-by";
import { openWorld } from "../../support/world";
import { openBrowser, sentSecrets } from "../access/browser";
import { mailsOf } from "../access/factor-scene";
import { hillside, invitedAdmin } from "./hillside";

const world = await openWorld();
const password = "copper kettle nine rivers";
let practiceId = "";

beforeAll(async () => {
  await createPractice(await world.services(), hillside);
  const practice = await world.db.prisma.practice.findUniqueOrThrow({
    where: { shortName: "hillside" },
  });
  practiceId = practice.id;
});

/** An admin whose login is set up and who has just logged in. */
async function atWork(loginName: string, token: string) {
  const browser = openBrowser(world);
  const body = { token, password, passwordAgain: password };
  const { id, secret } = (await browser.send(choose, { body })).body;
  const code = await shownBy(world, secret);
  expect((await browser.send(complete, { body: { token, id, code } })).status).toBe(200);
  await browser.password(loginName, password);
  expect((await browser.code(await shownBy(world, secret, 1))).status).toBe(200);
  return browser;
}

const links = () => sentSecrets(world, practiceId, "email_confirmation");
const emailOf = (loginName: string) =>
  world.db.prisma.login.findUniqueOrThrow({
    where: { loginName },
    select: { id: true, email: true, emailVerifiedAt: true },
  });

async function resetMails(email: string): Promise<number> {
  const before = await mailsOf(world, practiceId, "password_reset");
  await openBrowser(world).send(requestReset, { body: { email } });
  return (await mailsOf(world, practiceId, "password_reset")) - before;
}

describe("R15, S7: the address an admin was invited with", () => {
  it("is mailed a link when the login is set up; confirmed, Forgot Password reaches it", async () => {
    const { token, loginName } = await invitedAdmin(world, { email: "first@hillside.example.com" });
    expect(await links()).toHaveLength(0);
    const browser = await atWork(loginName, token);
    expect(await links()).toHaveLength(1);
    expect(await resetMails("first@hillside.example.com")).toBe(0);

    const [mailed = ""] = await links();
    // S8: in a session of the same login alone.
    const another = await invitedAdmin(world, { email: "other@hillside.example.com" });
    const colleague = await atWork(another.loginName, another.token);
    expect((await colleague.send(confirm, { body: { token: mailed } })).body.error.code).toBe(
      "other_login",
    );
    expect((await browser.send(confirm, { body: { token: mailed } })).status).toBe(200);
    expect((await emailOf(loginName)).emailVerifiedAt).not.toBeNull();
    expect(await mailsOf(world, practiceId, "email_changed")).toBe(0);
    expect(await resetMails("first@hillside.example.com")).toBe(1);
  });

  it("can be sent its link again, from what waits and from the address itself; only the newest works", async () => {
    const { token, loginName } = await invitedAdmin(world, { email: "again@hillside.example.com" });
    const browser = await atWork(loginName, token);
    const first = (await links()).at(-1) ?? "";
    expect((await browser.send(resend)).body.error.code).toBe("resend_too_soon");
    await world.advance("PT61S");
    expect((await browser.send(resend)).status).toBe(200);
    const second = (await links()).at(-1) ?? "";
    const replaced = await browser.send(confirm, { body: { token: first } });
    expect(replaced.body.error.code).toBe("link_replaced");
    const email = "again@hillside.example.com";
    expect((await browser.send(requestChange, { body: { email } })).status).toBe(201);
    const third = (await links()).at(-1) ?? "";
    expect(new Set([first, second, third]).size).toBe(3);
    expect((await browser.send(confirm, { body: { token: third } })).status).toBe(200);
  });

  it("is not asked for again when a new set-up link is used after it was confirmed", async () => {
    const { token, loginName } = await invitedAdmin(world, { email: "kept@hillside.example.com" });
    const browser = await atWork(loginName, token);
    await browser.send(confirm, { body: { token: (await links()).at(-1) ?? "" } });
    const before = (await links()).length;
    const again = await inviteAdmin(await world.services(), {
      practice: "hillside",
      firstName: "Ada",
      lastName: "Lindqvist",
      email: "kept@hillside.example.com",
      mobile: "+46701740605",
      loginName,
    });
    if (!again.ok) throw new Error(again.reason);
    await world.advance("PT61S");
    await atWork(loginName, again.value.token);
    expect(await links()).toHaveLength(before);
  });
});
