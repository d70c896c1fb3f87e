import { describe, expect, it } from "vitest";
import { POST as removeRoute } from "@/app/api/people/[id]/remove/route";
import { POST as roleRoute } from "@/app/api/people/[id]/role/route";
import { inPractice } from "@/db/transaction";
import { openWorld } from "../../support/world";
import { peopleScene } from "./people-world";

const world = await openWorld();
const removal = { takesOverId: null, templates: "keep" };
const toStaff = { role: "staff", takesOverId: null };

describe("R52: a practice never loses its last admin", () => {
  it("can neither be removed nor changed", async () => {
    const { admin, roles } = await peopleScene(world);
    const params = { id: admin.membershipId };
    const removed = await admin.browser.send(removeRoute, { params, body: removal });
    expect([removed.status, removed.body.error.code]).toEqual([409, "last_admin"]);
    const changed = await admin.browser.send(roleRoute, { params, body: toStaff });
    expect(changed.body.error.code).toBe("last_admin");
    expect(await roles(admin.loginId)).toEqual(["admin"]);
  });

  it("who was invited and cannot log in yet does not count", async () => {
    const { admin, member } = await peopleScene(world);
    const second = await member("admin");
    await world.db.prisma.login.update({
      where: { id: second.loginId },
      data: { status: "issued" },
    });
    const params = { id: admin.membershipId };
    const refused = await admin.browser.send(removeRoute, { params, body: removal });
    expect(refused.body.error.code).toBe("last_admin");
    const other = { params: { id: second.membershipId }, body: removal };
    expect((await admin.browser.send(removeRoute, other)).status).toBe(200);
  });

  it("may leave where another stays", async () => {
    const { admin, member, roles } = await peopleScene(world);
    await member("admin");
    const params = { id: admin.membershipId };
    expect((await admin.browser.send(removeRoute, { params, body: removal })).status).toBe(200);
    expect(await admin.browser.whoAmI()).toEqual({});
    expect(await roles(admin.loginId)).toEqual([]);
  });

  it.each([
    ["remove", "remove"],
    ["role", "role"],
    ["remove", "role"],
  ])("two who %s and %s each other at the same instant: one is left", async (first, second) => {
    for (let round = 0; round < 3; round += 1) {
      const { practiceId, admin, member } = await peopleScene(world);
      const other = await member("admin");
      const send = (how: string, from: typeof other, to: typeof other) => {
        const params = { id: to.membershipId };
        return how === "remove"
          ? from.browser.send(removeRoute, { params, body: removal })
          : from.browser.send(roleRoute, { params, body: toStaff });
      };
      await Promise.all([send(first, admin, other), send(second, other, admin)]);
      const left = await inPractice(world.db, practiceId, (tx) =>
        tx.membership.count({ where: { practiceId, role: "admin", endedAt: null } }),
      );
      expect(left).toBe(1);
    }
  });

  it("is kept by the database too, when two transactions forget to ask", async () => {
    const { practiceId, admin, member } = await peopleScene(world);
    const other = await member("admin");
    const end = (id: string) =>
      inPractice(world.db, practiceId, (tx) =>
        tx.membership.updateMany({ where: { practiceId, id }, data: { endedAt: new Date() } }),
      );
    const both = await Promise.allSettled([end(admin.membershipId), end(other.membershipId)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
