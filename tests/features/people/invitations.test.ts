import { describe, expect, it } from "vitest";
import { POST as resend } from "@/app/api/people/invitations/[id]/resend/route";
import { POST as withdraw } from "@/app/api/people/invitations/[id]/withdraw/route";
import { POST as accept } from "@/app/api/set-ups/accept/route";
import { POST as complete } from "@/app/api/set-ups/complete/route";
import { POST as choose } from "@/app/api/set-ups/password/route";
import { inPractice } from "@/db/transaction";
import { makePerson } from "../../support/people";
import { shownBy } from "../../support/shown-by";
import { makePractice, openWorld } from "../../support/world";
import { openBrowser } from "../access/browser";
import { registeredPatient } from "../access/people";
import { openDeliveryWorld } from "../notifications/delivery-world";
import { peopleScene } from "./people-world";

const world = await openWorld();
const outside = await openDeliveryWorld(world);
const phrase = "copper kettle nine rivers";

/** The whole way of a link: password, authenticator. */
async function usedUp(token: string) {
  const browser = openBrowser(world);
  const body = { token, password: phrase, passwordAgain: phrase };
  const offered = (await browser.send(choose, { body })).body;
  const code = await shownBy(world, offered.secret);
  const done = await browser.send(complete, { body: { token, id: offered.id, code } });
  return { browser, done, secret: offered.secret };
}

describe("R52: inviting somebody to work at the practice", () => {
  it("mails a link that sets up a login, whose address is proved, and makes the membership then", async () => {
    const { practiceId, invite, links, roles, audited } = await peopleScene(world);
    const email = "first.mail@mail.example.com";
    const answer = await invite({ email, role: "orthodontist" });
    expect([answer.status, Object.keys(answer.body)]).toEqual([200, ["id"]]);
    const [delivery] = await inPractice(world.db, practiceId, (tx) =>
      tx.delivery.findMany({ where: { practiceId, purpose: "colleague_invitation" } }),
    );
    const [token = ""] = await links();
    await outside.deliver(practiceId, delivery?.id ?? "");
    const [mail] = await outside.mailsTo(email);
    expect(mail?.text_body).toContain(`http://localhost:3000/set-up/${token}`);

    const login = await world.db.prisma.login.findFirstOrThrow({ where: { emailFolded: email } });
    expect(await roles(login.id)).toEqual([]);
    const { done, browser, secret } = await usedUp(token);
    expect(done.status).toBe(200);
    expect(await roles(login.id)).toEqual(["orthodontist"]);
    const after = await world.db.prisma.login.findUniqueOrThrow({ where: { id: login.id } });
    expect(after).toMatchObject({ status: "active", emailVerifiedAt: expect.any(Date) });
    const own = await inPractice(world.db, practiceId, (tx) =>
      tx.practitioner.findMany({ where: { practiceId, personId: login.personId } }),
    );
    expect(own).toMatchObject([{ name: "Nova Aster", acceptsOnlineBookings: true }]);
    expect((await audited("membership.begun")).map(({ detail }) => detail)).toEqual([
      { name: "Nova Aster", before: null, after: "orthodontist" },
    ]);
    await browser.password(done.body.loginName, phrase);
    expect((await browser.code(await shownBy(world, secret, 1))).body.role).toBe("orthodontist");
    // Used twice.
    const twice = await browser.send(accept, { body: { token } });
    expect(twice.body.error.code).toBe("link_used");
  });

  it("pressed twice is one invitation; an address that waits is not invited again", async () => {
    const { invite, links } = await peopleScene(world);
    const wish = { email: "double@mail.example.com" };
    const key = { "idempotency-key": crypto.randomUUID() };
    const both = await Promise.all([invite(wish, key), invite(wish, key)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body).toEqual(both[1]?.body);
    expect(await links()).toHaveLength(1);
    const race = { email: "race@mail.example.com" };
    const unkeyed = await Promise.all([invite(race), invite(race)]);
    expect(unkeyed.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await invite({ email: "Double@Mail.example.com" })).body.error.code).toBe(
      "invited_already",
    );
  });

  it("sent again kills the older link; an old page is told; withdrawn opens nothing", async () => {
    const { invite, links, admin, audited } = await peopleScene(world);
    const { id } = (await invite()).body;
    const [first = ""] = await links();
    const again = () => admin.browser.send(resend, { params: { id }, body: { version: 1 } });
    const both = await Promise.all([again(), again()]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const second = (await links()).find((one) => one !== first) ?? "";
    const old = await openBrowser(world).send(accept, { body: { token: first } });
    expect(old.body.error.code).toBe("link_replaced");
    const stale = await admin.browser.send(withdraw, { params: { id }, body: { version: 1 } });
    expect(stale.body.error.code).toBe("changed_meanwhile");
    const gone = await admin.browser.send(withdraw, { params: { id }, body: { version: 2 } });
    expect(gone.status).toBe(200);
    const body = { token: second, password: phrase, passwordAgain: phrase };
    const tried = await openBrowser(world).send(choose, { body });
    expect(tried.body.error.code).toBe("link_replaced");
    expect(await audited("invitation.sent")).toHaveLength(2);
    expect(await audited("invitation.withdrawn")).toHaveLength(1);
    expect((await invite()).status).toBe(200);
  });

  it("taken back and sent with the name spelled right: the one login bears it", async () => {
    const { invite, links, admin } = await peopleScene(world);
    const email = "spelled@mail.example.com";
    const { id } = (await invite({ email, firstName: "Noav" })).body;
    await admin.browser.send(withdraw, { params: { id }, body: { version: 1 } });
    await invite({ email, firstName: "Nova", mobile: "+46701740606" });
    await usedUp((await links()).at(-1) ?? "");
    const all = await world.db.prisma.login.findMany({
      where: { emailFolded: email },
      select: { mobile: true, person: { select: { firstName: true } } },
    });
    expect(all).toEqual([{ mobile: "+46701740606", person: { firstName: "Nova" } }]);
  });

  it("another practice's invitation answers like none, and staff may not", async () => {
    const here = await peopleScene(world);
    const there = await peopleScene(world);
    const { id } = (await there.invite()).body;
    for (const door of [resend, withdraw]) {
      const sent = { params: { id }, body: { version: 1 } };
      expect((await here.admin.browser.send(door, sent)).status).toBe(404);
      const staff = await there.member("staff");
      expect((await staff.browser.send(door, sent)).status).toBe(403);
    }
    expect(await there.links()).toHaveLength(1);
  });

  it("asks for a fresh second factor", async () => {
    const { invite } = await peopleScene(world);
    await world.advance("PT11M");
    expect((await invite()).body.error.code).toBe("step_up_required");
  });
});

describe("R12: who has a login already", () => {
  it("at another practice: it is theirs alone to accept, with one login for both", async () => {
    const elsewhere = await makePractice(world);
    const email = "kim.both@mail.example.com";
    const kim = await makePerson(world, elsewhere.id, { role: "staff", email, firstName: "Kim" });
    const { invite, links, roles, practiceId } = await peopleScene(world);
    const answer = await invite({ email, role: "admin", firstName: "Wrong" });
    const fresh = await invite();
    // The practice learns nothing: the same answer as for somebody unknown.
    expect([answer.status, Object.keys(answer.body)]).toEqual([
      fresh.status,
      Object.keys(fresh.body),
    ]);
    expect(await roles(kim.loginId)).toEqual([]);
    expect(await world.db.prisma.login.count({ where: { emailFolded: email } })).toBe(1);
    const [token = ""] = await links();
    const body = { token, password: phrase, passwordAgain: phrase };
    const reset = await openBrowser(world).send(choose, { body });
    expect(reset.body.error.code).toBe("link_used");
    const both = await Promise.all(
      [1, 2].map(() => openBrowser(world).send(accept, { body: { token } })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect(await roles(kim.loginId)).toEqual(["admin"]);
    const waiting = await inPractice(world.db, practiceId, (tx) =>
      tx.invitation.count({ where: { practiceId, emailFolded: email } }),
    );
    expect(waiting).toBe(0);
  });

  it("invited by two practices at once accepts both links", async () => {
    const elsewhere = await makePractice(world);
    const email = "kim.three@mail.example.com";
    const kim = await makePerson(world, elsewhere.id, { role: "orthodontist", email });
    const scenes = [await peopleScene(world), await peopleScene(world)];
    for (const { invite } of scenes) expect((await invite({ email })).body).toHaveProperty("id");
    for (const { links, roles } of scenes) {
      const [token = ""] = await links();
      expect((await openBrowser(world).send(accept, { body: { token } })).status).toBe(200);
      expect(await roles(kim.loginId)).toEqual(["staff"]);
    }
  });

  it("here with that role: refused at once", async () => {
    const { practiceId, invite } = await peopleScene(world);
    const email = "here@mail.example.com";
    await makePerson(world, practiceId, { role: "staff", email });
    expect((await invite({ email })).body.error.code).toBe("works_here");
    expect((await invite({ email, role: "orthodontist" })).status).toBe(200);
  });

  it("as a patient: a second login of their own, the patient's is untouched", async () => {
    const { practiceId, invite, links, roles } = await peopleScene(world);
    const email = "robin.patient@mail.example.com";
    const robin = await registeredPatient(world, { practiceId, email });
    expect((await invite({ email })).status).toBe(200);
    const { done } = await usedUp((await links())[0] ?? "");
    expect(done.body.loginName).not.toBe(robin.loginName);
    expect(await roles(robin.loginId)).toEqual(["patient"]);
    const all = await world.db.prisma.login.findMany({ where: { emailFolded: email } });
    expect(all.map(({ status }) => status)).toEqual(["active", "active"]);
    expect(new Set(all.map(({ personId }) => personId)).size).toBe(2);
  });
});
