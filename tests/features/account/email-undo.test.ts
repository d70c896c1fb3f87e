import { describe, expect, it } from "vitest";
import { POST as confirm } from "@/app/api/account/email/confirm/route";
import { POST as change } from "@/app/api/account/email/route";
import { POST as undo } from "@/app/api/account/email/undo/route";
import { readEmailUndo } from "@/features/account/undo-email-change";
import { openWorld } from "../../support/world";
import { openBrowser, sentSecrets } from "../access/browser";
import { type Registered, registeredPatient } from "../access/people";
import { auditOf, browserOf, deliveriesOf, loginOf, recordOf } from "./browser-of";

const world = await openWorld();
let numbers = 0;
const fresh = () => `kim${++numbers}@mail.example.com`;
const newest = async (practiceId: string, purpose: string) =>
  (await sentSecrets(world, practiceId, purpose)).at(-1) ?? "";

async function begun(robin: Registered, email = fresh()) {
  const here = await browserOf(world, robin);
  await here.send(change, { body: { email } });
  return here;
}

async function changed(robin: Registered, email = fresh()) {
  const here = await begun(robin, email);
  await here.send(confirm, { body: { token: await newest(robin.practiceId, "email_change") } });
  return here;
}

const undoWith = (token: string) => openBrowser(world).send(undo, { body: { token } });

describe("S8: undoing a change of e-mail address", () => {
  it("needs no login, brings the former address back after the change, and ends every session", async () => {
    const robin = await registeredPatient(world);
    const { practiceId, patientId } = robin;
    const here = await changed(robin);
    const token = await newest(practiceId, "email_changed");
    const services = await world.services();
    expect((await readEmailUndo(services, token)).ok).toBe(true);
    expect((await readEmailUndo(services, token)).ok).toBe(true);
    const done = await undoWith(token);
    expect([done.status, done.body]).toEqual([
      200,
      { email: robin.email, loginName: robin.loginName },
    ]);
    expect(done.headers.getSetCookie()).toEqual([]);
    expect(await loginOf(world, robin)).toMatchObject({ email: robin.email });
    expect(await recordOf(world, practiceId, patientId)).toMatchObject({ email: robin.email });
    expect(await here.whoAmI()).toEqual({});
    expect(await deliveriesOf(world, practiceId, "portal_contact")).toHaveLength(2);
    expect(await deliveriesOf(world, practiceId, "email_restored")).toMatchObject([
      { recipient: robin.email },
    ]);
    expect((await undoWith(token)).body.error.code).toBe("link_used");
    expect(await auditOf(world, practiceId)).toContain("email_change.undone");
  });

  it("stops a change that nobody confirmed yet", async () => {
    const robin = await registeredPatient(world);
    await begun(robin);
    const link = await newest(robin.practiceId, "email_change");
    const done = await undoWith(await newest(robin.practiceId, "email_change_begun"));
    expect(done.status).toBe(200);
    const again = await browserOf(world, robin);
    const late = await again.send(confirm, { body: { token: link } });
    expect(late.body.error.code).toBe("link_replaced");
    expect(await loginOf(world, robin)).toMatchObject({ email: robin.email });
    expect(await deliveriesOf(world, robin.practiceId, "portal_contact")).toEqual([]);
  });

  it("works for 72 hours", async () => {
    const robin = await registeredPatient(world);
    await changed(robin);
    const token = await newest(robin.practiceId, "email_changed");
    await world.advance("PT71H59M");
    expect((await readEmailUndo(await world.services(), token)).ok).toBe(true);
    await world.advance("PT1M");
    const late = await undoWith(token);
    expect([late.status, late.body.error.code]).toEqual([410, "link_expired"]);
  });

  it("goes back to the first address through several changes, and ends the links in between", async () => {
    const robin = await registeredPatient(world);
    await changed(robin);
    const first = await newest(robin.practiceId, "email_changed");
    await world.advance("PT1M");
    await changed(robin);
    const second = await newest(robin.practiceId, "email_changed");
    expect((await undoWith(first)).status).toBe(200);
    expect(await loginOf(world, robin)).toMatchObject({ email: robin.email });
    expect((await undoWith(second)).body.error.code).toBe("link_replaced");
    expect(await loginOf(world, robin)).toMatchObject({ email: robin.email });
  });

  it("is worth nothing with another token, and of one link ten times at once works once", async () => {
    const robin = await registeredPatient(world);
    await begun(robin);
    for (const token of [await newest(robin.practiceId, "email_change"), "A".repeat(43), "x"]) {
      const answer = await undoWith(token);
      expect([answer.status, answer.body.error.code]).toEqual([404, "link_unknown"]);
    }
    const token = await newest(robin.practiceId, "email_change_begun");
    const tries = await Promise.all(Array.from({ length: 10 }, () => undoWith(token)));
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await deliveriesOf(world, robin.practiceId, "email_restored")).toHaveLength(1);
  });
});
