import { describe, expect, it } from "vitest";
import { POST as erase } from "@/app/api/account/erasure/route";
import { GET as listSessions } from "@/app/api/account/sessions/route";
import { inPractice } from "@/db/transaction";
import { makePerson } from "../../support/people";
import { openWorld } from "../../support/world";
import { openBrowser, otherCode, sentSecrets } from "../access/browser";
import { password, registeredPatient } from "../access/people";
import { auditOf, browserOf, deliveriesOf } from "../account/browser-of";
import { eraseIn } from "./erasure-world";

const world = await openWorld();
const logins = (id: string) => world.db.prisma.login.count({ where: { id } });

describe("S23: deleting one's own login", () => {
  it("asks for the login name as it is, however it is typed, and for nothing else", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    const wrong = await eraseIn(here, `${robin.loginName}x`);
    expect([wrong.status, wrong.body.error.code]).toEqual([422, "login_name_differs"]);
    expect(wrong.body.error.fields).toHaveProperty("loginName");
    expect(await logins(robin.loginId)).toBe(1);
    const done = await eraseIn(here, ` ${robin.loginName.toUpperCase()} `);
    expect(done.status).toBe(200);
    expect(await logins(robin.loginId)).toBe(0);
  });

  it("S11: asks for a fresh factor", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    await world.advance("PT11M");
    const stale = await eraseIn(here, robin.loginName);
    expect([stale.status, stale.body.error.code]).toEqual([403, "step_up_required"]);
    expect(await logins(robin.loginId)).toBe(1);
  });

  it("logs out everywhere: a second tab and a second browser are told to log in, calmly", async () => {
    const robin = await registeredPatient(world);
    const [here, there] = [await browserOf(world, robin), await browserOf(world, robin)];
    const tab = openBrowser(world, new Map(here.jar));
    const done = await eraseIn(here, robin.loginName);
    expect(done.headers.get("clear-site-data")).toBe('"cache", "storage"');
    expect([...here.jar.keys()]).not.toContain("archway-session");
    for (const other of [tab, there]) {
      const late = await other.send(listSessions);
      expect([late.status, late.body.error.code]).toEqual([401, "not_logged_in"]);
      expect(await eraseIn(other, robin.loginName)).toMatchObject({ status: 401 });
      expect(await other.whoAmI()).toEqual({});
    }
    const again = await openBrowser(world).password(robin.loginName, password);
    expect([again.status, again.body.error.code]).toEqual([401, "wrong_login"]);
  });

  it("S16: pressed ten times at once it happens once, with one mail and one row in the log", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    const tries = await Promise.all(
      Array.from({ length: 10 }, () =>
        openBrowser(world, new Map(here.jar)).send(erase, { body: { loginName: robin.loginName } }),
      ),
    );
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status } of tries) expect([200, 401, 410]).toContain(status);
    expect(await deliveriesOf(world, robin.practiceId, "login_erased")).toHaveLength(1);
    const log = await auditOf(world, robin.practiceId);
    expect(log.filter((action) => action === "login.erased")).toHaveLength(1);
  });

  it("ends a login under way: neither its code nor its challenge counts any more", async () => {
    const robin = await registeredPatient(world);
    const elsewhere = openBrowser(world);
    await elsewhere.password(robin.loginName, password);
    const code = (await sentSecrets(world, robin.practiceId, "login_code")).at(-1) ?? "";
    await eraseIn(await browserOf(world, robin), robin.loginName);
    for (const typed of [code, otherCode(code)]) {
      const late = await elsewhere.code(typed);
      expect([late.status, late.body.error.code]).toEqual([410, "login_expired"]);
    }
    expect(await sentSecrets(world, robin.practiceId, "login_code")).toEqual([]);
    const texts = await inPractice(world.db, robin.practiceId, (tx) =>
      tx.delivery.findMany({
        where: { purpose: "login_code" },
        select: { state: true, recipient: true, emptiedAt: true },
      }),
    );
    expect(texts).toEqual([{ state: "dropped", recipient: null, emptiedAt: expect.any(Date) }]);
  });

  it("races with the second factor and the password step: whoever is first, no session is left", async () => {
    for (let round = 0; round < 4; round += 1) {
      const robin = await registeredPatient(world);
      const [first, second] = [openBrowser(world), openBrowser(world)];
      await first.password(robin.loginName, password);
      const code = (await sentSecrets(world, robin.practiceId, "login_code")).at(-1) ?? "";
      const here = await browserOf(world, robin);
      const [done, redeemed, begun] = await Promise.all([
        eraseIn(here, robin.loginName),
        first.code(code),
        second.password(robin.loginName, password),
      ]);
      expect(done.status).toBe(200);
      expect([200, 410]).toContain(redeemed.status);
      expect([200, 401]).toContain(begun.status);
      expect(await logins(robin.loginId)).toBe(0);
      expect(await first.whoAmI()).toEqual({});
    }
  });

  it("R52: is nothing for the practice's own people", async () => {
    const { practiceId } = await registeredPatient(world);
    for (const role of ["orthodontist", "staff", "admin"] as const) {
      const person = { ...(await makePerson(world, practiceId, { role })), practiceId };
      const refused = await eraseIn(await browserOf(world, person, role), person.loginName);
      expect([refused.status, refused.body.error.code]).toEqual([403, "not_allowed"]);
      expect(await logins(person.loginId)).toBe(1);
    }
    expect((await eraseIn(openBrowser(world), "nobody.here")).status).toBe(401);
  });
});
