import { describe, expect, it } from "vitest";
import { POST as change } from "@/app/api/account/password/route";
import { POST as requestReset } from "@/app/api/password-resets/route";
import { openWorld } from "../../support/world";
import { openBrowser } from "../access/browser";
import { password, registeredPatient } from "../access/people";
import { auditOf, browserOf, deliveriesOf } from "./browser-of";

const world = await openWorld({ limits: "default" });
const fresh = "seven quiet harbours glow";

function body(wish: { current?: string; next?: string; again?: string } = {}) {
  const next = wish.next ?? fresh;
  return {
    currentPassword: wish.current ?? password,
    password: next,
    passwordAgain: wish.again ?? next,
  };
}

describe("R17: changing one's password", () => {
  it("sets it, ends every other session and reset link, tells by mail, and this browser goes on", async () => {
    const robin = await registeredPatient(world);
    const { practiceId } = robin;
    const others = [await browserOf(world, robin), await browserOf(world, robin)];
    const here = await browserOf(world, robin);
    await here.send(requestReset, { body: { email: robin.email } });
    const done = await here.send(change, { body: body() });
    expect([done.status, done.body]).toEqual([200, { changed: true }]);
    for (const other of others) expect(await other.whoAmI()).toEqual({});
    expect(await here.whoAmI()).toHaveProperty("loginName", robin.loginName);
    expect(await deliveriesOf(world, practiceId, "password_changed")).toMatchObject([
      { recipient: robin.email },
    ]);
    const live = await world.db.prisma.token.count({
      where: { loginId: robin.loginId, usedAt: null, replacedAt: null },
    });
    expect(live).toBe(0);
    expect((await openBrowser(world).password(robin.loginName, password)).status).toBe(401);
    expect((await openBrowser(world).password(robin.loginName, fresh)).status).toBe(200);
    expect(await auditOf(world, practiceId)).toContain("password.changed");
  });

  it("S11: asks for the factor anew once it is older than ten minutes", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    await world.advance("PT10M");
    expect((await here.send(change, { body: body() })).body.error.code).toBe("step_up_required");
  });

  it.each([
    [{ next: "short" }, "password_too_short", "password"],
    [{ next: "password1234" }, "password_common", "password"],
    [{ next: password }, "password_same", "password"],
    [{ again: "something else here" }, "passwords_differ", "passwordAgain"],
    [{ current: "not the right words" }, "wrong_password", "currentPassword"],
  ])("R16, S1: refuses %o at its field", async (wish, code, field) => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    const answer = await here.send(change, { body: body(wish) });
    expect([answer.status, answer.body.error.code]).toEqual([422, code]);
    expect(answer.body.error.fields).toHaveProperty(field);
  });

  it("S1: counts an address changed later as personal", async () => {
    const robin = await registeredPatient(world, { email: "marmalade.orchards@mail.example.com" });
    const here = await browserOf(world, robin);
    const answer = await here.send(change, { body: body({ next: "marmalade.orchards1" }) });
    expect(answer.body.error.code).toBe("password_personal");
  });

  it("lets the present password be tried ten times an hour, from all sessions together", async () => {
    const robin = await registeredPatient(world);
    const browsers = [await browserOf(world, robin), await browserOf(world, robin)];
    const codes = [];
    for (let number = 0; number < 11; number += 1) {
      const browser = browsers[number % 2];
      const answer = await browser?.send(change, { body: body({ current: "wrong" }) });
      codes.push(answer?.body.error.code);
    }
    expect(codes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => "wrong_password"));
    expect(codes[10]).toBe("too_many_requests");
  });

  it("of five at one time succeeds once", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    const tries = await Promise.all(
      [1, 2, 3, 4, 5].map((number) =>
        here.send(change, { body: body({ next: `${fresh} ${number}` }) }),
      ),
    );
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await deliveriesOf(world, robin.practiceId, "password_changed")).toHaveLength(1);
  });
});
