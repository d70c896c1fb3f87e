import { describe, expect, it } from "vitest";
import { POST as cancel } from "@/app/api/account/mobile/cancel/route";
import { POST as confirm } from "@/app/api/account/mobile/confirm/route";
import { POST as resend } from "@/app/api/account/mobile/resend/route";
import { POST as change } from "@/app/api/account/mobile/route";
import { fromInstant } from "@/db/time";
import { openWorld } from "../../support/world";
import { otherCode, sentSecrets } from "../access/browser";
import { password, registeredPatient } from "../access/people";
import { auditOf, browserOf, deliveriesOf, loginOf, recordOf } from "./browser-of";

const world = await openWorld({ limits: "default" });
let numbers = 610;
const freshMobile = () => `+46701740${numbers++}`;
const newest = async (practiceId: string) =>
  (await sentSecrets(world, practiceId, "new_mobile_code")).at(-1) ?? "";

describe("R17, S8: changing one's mobile number", () => {
  it("takes effect with the code that came to the new number; the old one, mail and practice are told", async () => {
    const robin = await registeredPatient(world);
    const { practiceId, patientId } = robin;
    const here = await browserOf(world, robin);
    const mobile = freshMobile();
    const asked = await here.send(change, { body: { mobile } });
    expect([asked.status, asked.body.resendAfterSeconds]).toEqual([201, 60]);
    expect(asked.body.mobile.replaceAll(" ", "")).toBe(mobile);
    expect(await deliveriesOf(world, practiceId, "new_mobile_code")).toMatchObject([
      { kind: "sms", recipient: mobile },
    ]);
    expect(await loginOf(world, robin)).toMatchObject({ mobile: robin.mobile });
    const done = await here.send(confirm, { body: { code: await newest(practiceId) } });
    expect(done.status).toBe(200);
    expect(await loginOf(world, robin)).toMatchObject({ mobile, mobileUsableFromAt: null });
    expect(await recordOf(world, practiceId, patientId)).toMatchObject({ mobilePhone: mobile });
    expect(await deliveriesOf(world, practiceId, "mobile_changed")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "sms", recipient: robin.mobile }),
        expect.objectContaining({ kind: "mail", recipient: robin.email }),
      ]),
    );
    expect(await deliveriesOf(world, practiceId, "portal_contact")).toMatchObject([{ patientId }]);
    expect(await auditOf(world, practiceId)).toContain("mobile.changed");
    // From now on login codes go there.
    await here.password(robin.loginName, password);
    expect(await deliveriesOf(world, practiceId, "login_code")).toMatchObject([
      { recipient: mobile },
    ]);
  });

  it("S9: ends the patient's login links", async () => {
    const robin = await registeredPatient(world);
    const { practiceId, patientId } = robin;
    const { now, random } = await world.services();
    await world.db.prisma.token.create({
      data: {
        purpose: "login_link",
        digest: new Uint8Array(random.bytes(32)),
        practiceId,
        patientId,
        createdAt: fromInstant(now),
        expiresAt: fromInstant(now.add({ hours: 24 })),
      },
    });
    const here = await browserOf(world, robin);
    await here.send(change, { body: { mobile: freshMobile() } });
    await here.send(confirm, { body: { code: await newest(practiceId) } });
    const live = await world.db.prisma.token.count({ where: { patientId, replacedAt: null } });
    expect(live).toBe(0);
  });

  it.each([
    ["+49 30 901820", "not_mobile"],
    ["+46 70 174 06 05 ext. 12", "extension"],
    ["12", "not_a_number"],
    ["+33 6 12 34 56 78", "country_not_allowed"],
  ])("S4, R6: refuses %s at the field and sends nothing", async (mobile, code) => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    const answer = await here.send(change, { body: { mobile } });
    expect([answer.status, answer.body.error.code]).toEqual([422, code]);
    expect(answer.body.error.fields).toHaveProperty("mobile");
    expect(await deliveriesOf(world, robin.practiceId, "new_mobile_code")).toEqual([]);
  });

  it("refuses the present number", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    const answer = await here.send(change, { body: { mobile: robin.mobile } });
    expect(answer.body.error.code).toBe("mobile_same");
  });

  it("S11: asks for the factor anew once it is older than ten minutes", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    await world.advance("PT10M");
    const answer = await here.send(change, { body: { mobile: freshMobile() } });
    expect([answer.status, answer.body.error.code]).toEqual([403, "step_up_required"]);
  });

  it("S3: five tries, ten minutes, single use, bound to the session that asked", async () => {
    const robin = await registeredPatient(world);
    const { practiceId } = robin;
    const here = await browserOf(world, robin);
    const elsewhere = await browserOf(world, robin);
    await here.send(change, { body: { mobile: freshMobile() } });
    const code = await newest(practiceId);
    expect((await elsewhere.send(confirm, { body: { code } })).body.error.code).toBe(
      "no_pending_mobile",
    );
    for (let tries = 1; tries <= 5; tries += 1) {
      const wrong = await here.send(confirm, { body: { code: otherCode(code) } });
      expect([wrong.status, wrong.body.error.code]).toEqual([422, "code_wrong"]);
    }
    expect((await here.send(confirm, { body: { code } })).body.error.code).toBe("code_tries_spent");
    await world.advance("PT61S");
    await here.send(resend);
    const again = await newest(practiceId);
    await world.advance("PT10M");
    expect((await here.send(confirm, { body: { code: again } })).body.error.code).toBe(
      "code_expired",
    );
    expect(await loginOf(world, robin)).toMatchObject({ mobile: robin.mobile });
  });

  it("S3: another code after 60 seconds kills the former", async () => {
    await world.advance("PT61M");
    const robin = await registeredPatient(world);
    const { practiceId } = robin;
    const here = await browserOf(world, robin);
    expect((await here.send(resend)).body.error.code).toBe("no_pending_mobile");
    await here.send(change, { body: { mobile: freshMobile() } });
    const first = await newest(practiceId);
    const soon = await here.send(resend);
    expect([soon.status, soon.body.error.code]).toEqual([429, "resend_too_soon"]);
    expect(soon.headers.get("retry-after")).toBe("60");
    await world.advance("PT60S");
    expect((await here.send(resend)).status).toBe(200);
    const second = await newest(practiceId);
    if (first !== second)
      expect((await here.send(confirm, { body: { code: first } })).body.error.code).toBe(
        "code_wrong",
      );
    expect((await here.send(confirm, { body: { code: second } })).status).toBe(200);
    expect((await here.send(confirm, { body: { code: second } })).body.error.code).toBe(
      "code_used",
    );
  });

  it("S3: six texts in 24 hours to one number nobody has verified, whoever asks", async () => {
    const mobile = "+4915123456789";
    const statuses = [];
    for (let number = 0; number < 7; number += 1) {
      const robin = await registeredPatient(world);
      // Within the hour's limits of prefix and address: only the number's own is reached.
      await world.advance("PT61M");
      const here = await browserOf(world, robin);
      statuses.push((await here.send(change, { body: { mobile } })).status);
    }
    expect(statuses).toEqual([201, 201, 201, 201, 201, 201, 429]);
  });

  it("of one code by ten requests at one time succeeds once, and a change can be given up", async () => {
    await world.advance("PT2H");
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    await here.send(change, { body: { mobile: "+16175551234" } });
    expect((await here.send(cancel)).body).toEqual({ cancelled: true });
    const dead = await newest(robin.practiceId);
    expect((await here.send(confirm, { body: { code: dead } })).body.error.code).toBe(
      "code_replaced",
    );
    await here.send(change, { body: { mobile: "+4915223456789" } });
    const code = await newest(robin.practiceId);
    const tries = await Promise.all(
      Array.from({ length: 10 }, () => here.send(confirm, { body: { code } })),
    );
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    const told = await deliveriesOf(world, robin.practiceId, "mobile_changed");
    expect(told).toHaveLength(2);
  });
});
