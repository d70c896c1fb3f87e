import { describe, expect, it } from "vitest";
import { POST as eraseFor } from "@/app/api/logins/[id]/erasure/route";
import { inPractice } from "@/db/transaction";
import { viewRecord } from "@/features/records/view-record";
import { makeClinicActor, makePerson, type PersonMade } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import { registeredPatient } from "../access/people";
import { auditOf, browserOf, deliveriesOf, recordOf } from "../account/browser-of";

const world = await openWorld();
const reason = "Asked by phone; birth date and address checked";
const logins = (id: string) => world.db.prisma.login.count({ where: { id } });

async function clerk(practiceId: string, role: "staff" | "admin" | "orthodontist") {
  const person = { ...(await makePerson(world, practiceId, { role })), practiceId };
  return { person, browser: await browserOf(world, person, role) };
}

const press = (
  who: { browser: Awaited<ReturnType<typeof browserOf>> },
  of: Pick<PersonMade, "loginId">,
  why = reason,
) => who.browser.send(eraseFor, { params: { id: of.loginId }, body: { reason: why } });

describe("S23: an admin deletes a login for who asks by phone", () => {
  it("removes it, keeps the reason, mails the person, and the record says who did it", async () => {
    const robin = await registeredPatient(world);
    const { practiceId, patientId } = robin;
    const theirs = await browserOf(world, robin);
    const done = await press(await clerk(practiceId, "admin"), robin);
    expect([done.status, done.body]).toEqual([200, { wholeLogin: true }]);
    expect(await logins(robin.loginId)).toBe(0);
    expect(await theirs.whoAmI()).toEqual({});
    expect(await recordOf(world, practiceId, patientId)).toMatchObject({ loginErasedBy: "admin" });
    expect(await deliveriesOf(world, practiceId, "login_erased")).toMatchObject([
      { recipient: robin.email },
    ]);
    const [row] = await inPractice(world.db, practiceId, (tx) =>
      tx.auditEntry.findMany({ where: { action: "login.erased" } }),
    );
    expect(row).toMatchObject({ actorRole: "admin", patientId, detail: { reason } });
    const staff = await makeClinicActor(world, practiceId, "staff");
    const record = await viewRecord(await world.services(), staff, patientId);
    expect(record).toMatchObject({
      login: null,
      portalStatus: "none",
      loginErased: { byPatient: false },
    });
  });

  it("R52: is an admin's alone, with a fresh factor and a reason in words", async () => {
    const robin = await registeredPatient(world);
    for (const role of ["staff", "orthodontist"] as const) {
      const refused = await press(await clerk(robin.practiceId, role), robin);
      expect([refused.status, refused.body.error.code]).toEqual([403, "not_allowed"]);
    }
    const admin = await clerk(robin.practiceId, "admin");
    expect((await press(admin, robin, " x ")).status).toBe(422);
    await world.advance("PT11M");
    expect((await press(admin, robin)).body.error.code).toBe("step_up_required");
    expect(await logins(robin.loginId)).toBe(1);
  });

  it("S12: answers another practice's people, its own staff and nobody alike", async () => {
    const robin = await registeredPatient(world);
    const admin = await clerk((await makePractice(world)).id, "admin");
    const colleague = await clerk(admin.person.practiceId, "staff");
    for (const loginId of [robin.loginId, colleague.person.loginId, crypto.randomUUID()]) {
      const refused = await press(admin, { loginId });
      expect([refused.status, refused.body.error.code]).toEqual([404, "not_found"]);
    }
    const own = await press(admin, admin.person);
    expect([own.status, own.body.error.code]).toEqual([409, "own_login"]);
    for (const { loginId } of [robin, colleague.person, admin.person])
      expect(await logins(loginId)).toBe(1);
    expect(await auditOf(world, robin.practiceId)).not.toContain("login.erased");
  });

  it("meets the person's own deletion: one of the two does it", async () => {
    const robin = await registeredPatient(world);
    const admins = await Promise.all([1, 2, 3].map(() => clerk(robin.practiceId, "admin")));
    const tries = await Promise.all(admins.map((admin) => press(admin, robin)));
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
    expect(await deliveriesOf(world, robin.practiceId, "login_erased")).toHaveLength(1);
  });
});
