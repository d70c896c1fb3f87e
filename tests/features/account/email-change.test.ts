import { describe, expect, it } from "vitest";
import { POST as cancel } from "@/app/api/account/email/cancel/route";
import { POST as confirm } from "@/app/api/account/email/confirm/route";
import { POST as resend } from "@/app/api/account/email/resend/route";
import { POST as change } from "@/app/api/account/email/route";
import { POST as reset } from "@/app/api/password-resets/route";
import { readEmailChange } from "@/features/account/confirm-email-change";
import { openWorld } from "../../support/world";
import { sentSecrets } from "../access/browser";
import { registeredPatient } from "../access/people";
import { auditOf, browserOf, deliveriesOf, loginOf, recordOf } from "./browser-of";

const world = await openWorld({ limits: "default" });
let numbers = 0;
const fresh = () => `New.Robin${++numbers}@mail.example.com`;

async function newest(practiceId: string, purpose = "email_change"): Promise<string> {
  return (await sentSecrets(world, practiceId, purpose)).at(-1) ?? "";
}

describe("R17, S8: changing one's e-mail address", () => {
  it("takes effect with the mailed link; until then the former address goes on", async () => {
    const robin = await registeredPatient(world);
    const { practiceId, patientId } = robin;
    const here = await browserOf(world, robin);
    const email = fresh();
    const asked = await here.send(change, { body: { email } });
    expect([asked.status, asked.body.email]).toEqual([201, email]);
    expect(await loginOf(world, robin)).toMatchObject({ email: robin.email });
    expect(await deliveriesOf(world, practiceId, "email_change")).toMatchObject([
      { kind: "mail", recipient: email },
    ]);
    expect(await deliveriesOf(world, practiceId, "email_change_begun")).toMatchObject([
      { kind: "mail", recipient: robin.email },
    ]);
    const token = await newest(practiceId);
    const services = await world.services();
    expect((await readEmailChange(services, robin, token)).ok).toBe(true);
    expect((await readEmailChange(services, robin, token)).ok).toBe(true);
    const done = await here.send(confirm, { body: { token } });
    expect([done.status, done.body]).toEqual([200, { email }]);
    expect(await loginOf(world, robin)).toMatchObject({
      email,
      emailFolded: email.toLowerCase(),
    });
    expect(await recordOf(world, practiceId, patientId)).toMatchObject({ email });
    expect(await deliveriesOf(world, practiceId, "portal_contact")).toMatchObject([{ patientId }]);
    expect(await deliveriesOf(world, practiceId, "email_changed")).toMatchObject([
      { recipient: robin.email },
    ]);
    expect((await here.send(confirm, { body: { token } })).body.error.code).toBe("link_used");
    expect(await auditOf(world, practiceId)).toEqual(
      expect.arrayContaining(["email_change.requested", "email.changed"]),
    );
  });

  it("S9, S7: ends login links and reset links that went to the former address", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    await here.send(reset, { body: { email: robin.email } });
    await here.send(change, { body: { email: fresh() } });
    await here.send(confirm, { body: { token: await newest(robin.practiceId) } });
    const live = await world.db.prisma.token.count({
      where: { loginId: robin.loginId, purpose: "password_reset", usedAt: null, replacedAt: null },
    });
    expect(live).toBe(0);
  });

  it("S11: asks for the factor anew once it is older than ten minutes", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    await world.advance("PT10M");
    const answer = await here.send(change, { body: { email: fresh() } });
    expect([answer.status, answer.body.error.code]).toEqual([403, "step_up_required"]);
    expect(await sentSecrets(world, robin.practiceId, "email_change")).toEqual([]);
  });

  it("S8: works once, for 24 hours, and only by the newest link", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    await here.send(change, { body: { email: fresh() } });
    const first = await newest(robin.practiceId);
    await here.send(change, { body: { email: fresh() } });
    const second = await newest(robin.practiceId);
    expect((await here.send(confirm, { body: { token: first } })).body.error.code).toBe(
      "link_replaced",
    );
    await world.advance("PT24H");
    const later = await browserOf(world, robin);
    const late = await later.send(confirm, { body: { token: second } });
    expect([late.status, late.body.error.code]).toEqual([410, "link_expired"]);
    expect(await loginOf(world, robin)).toMatchObject({ email: robin.email });
  });

  it("S8: does nothing in another login's session, at the same or another practice, or in none", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    await here.send(change, { body: { email: fresh() } });
    const token = await newest(robin.practiceId);
    for (const practiceId of [robin.practiceId, undefined]) {
      const stranger = await registeredPatient(world, practiceId ? { practiceId } : {});
      const there = await browserOf(world, stranger);
      const answer = await there.send(confirm, { body: { token } });
      expect([answer.status, answer.body.error.code]).toEqual([403, "other_login"]);
      expect(await loginOf(world, stranger)).toMatchObject({ email: stranger.email });
    }
    here.jar.clear();
    expect((await here.send(confirm, { body: { token } })).status).toBe(401);
    expect(await loginOf(world, robin)).toMatchObject({ email: robin.email });
  });

  it("S8: answers the same for an address that somebody else has", async () => {
    const kim = await registeredPatient(world);
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    const known = await here.send(change, { body: { email: kim.email } });
    const unknown = await here.send(change, { body: { email: fresh() } });
    expect(known.status).toBe(unknown.status);
    expect(Object.keys(known.body)).toEqual(Object.keys(unknown.body));
    expect([...known.headers.keys()].sort()).toEqual([...unknown.headers.keys()].sort());
  });

  it("refuses the present address at its field, however it is written", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    const answer = await here.send(change, { body: { email: robin.email.toUpperCase() } });
    expect([answer.status, answer.body.error.code]).toEqual([422, "email_same"]);
    expect(answer.body.error.fields).toHaveProperty("email");
  });

  it("is sent again after a minute, the former link dies, and can be given up", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    expect((await here.send(resend)).body.error.code).toBe("no_pending_email");
    await here.send(change, { body: { email: fresh() } });
    const first = await newest(robin.practiceId);
    const soon = await here.send(resend);
    expect([soon.status, soon.body.error.code]).toEqual([429, "resend_too_soon"]);
    await world.advance("PT61S");
    expect((await here.send(resend)).status).toBe(200);
    const second = await newest(robin.practiceId);
    expect(second).not.toBe(first);
    expect((await here.send(confirm, { body: { token: first } })).status).toBe(410);
    expect((await here.send(cancel)).body).toEqual({ cancelled: true });
    expect((await here.send(cancel)).body).toEqual({ cancelled: false });
    expect((await here.send(confirm, { body: { token: second } })).body.error.code).toBe(
      "link_replaced",
    );
    expect(await loginOf(world, robin)).toMatchObject({ email: robin.email });
    // The former address was told once, not with every mail.
    expect(await deliveriesOf(world, robin.practiceId, "email_change_begun")).toHaveLength(1);
  });

  it("mails five times an hour at most", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    const statuses = [];
    for (let number = 0; number < 6; number += 1)
      statuses.push((await here.send(change, { body: { email: fresh() } })).status);
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
  });

  it("of one link by ten requests at one time succeeds once; of ten requests at one time one is left", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    const asked = await Promise.all(
      Array.from({ length: 5 }, () => here.send(change, { body: { email: fresh() } })),
    );
    expect(asked.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    const live = await world.db.prisma.token.count({
      where: { loginId: robin.loginId, purpose: "email_change", usedAt: null, replacedAt: null },
    });
    expect(live).toBe(1);
    const tokens = await sentSecrets(world, robin.practiceId, "email_change");
    const tries = await Promise.all(
      [...tokens, ...tokens].map((token) => here.send(confirm, { body: { token } })),
    );
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await deliveriesOf(world, robin.practiceId, "email_changed")).toHaveLength(1);
  });
});
