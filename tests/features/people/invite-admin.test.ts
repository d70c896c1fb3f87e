import { beforeAll, describe, expect, it } from "vitest";
import { findSetUp } from "@/features/people/find-set-up";
import { inviteAdmin } from "@/features/people/invite-admin";
import { createPractice } from "@/features/practices/create-practice";
import { tokenDigest } from "@/security/tokens";
import { openWorld } from "../../support/world";
import { ada, hillside, installationAudit, invitedAdmin } from "./hillside";

const world = await openWorld();

beforeAll(async () => {
  await createPractice(await world.services(), hillside);
});

describe("S22: admin:create", () => {
  it("makes an admin who cannot log in yet, and keeps the link as its digest", async () => {
    const admin = await invitedAdmin(world);
    expect(admin).toMatchObject({ practiceName: "Hillside Orthodontics", again: false });
    expect(admin.token).toMatch(/^[\w-]{43}$/);
    const kept = await world.db.prisma.token.findUniqueOrThrow({
      where: { digest: tokenDigest(admin.token) },
    });
    expect(kept.expiresAt.getTime() - kept.createdAt.getTime()).toBe(24 * 3_600_000);
    expect(JSON.stringify(kept)).not.toContain(admin.token);
    const login = await world.db.prisma.login.findUniqueOrThrow({
      where: { loginName: admin.loginName },
    });
    expect(login).toMatchObject({ status: "issued", emailVerifiedAt: null });
    const rows = await installationAudit(world, "admin.invited");
    expect(rows.at(-1)).toMatchObject({
      practice_id: null,
      detail: { practice: "hillside", loginName: admin.loginName, again: false },
    });
  });

  it.each([
    ["practice_unknown", { practice: "elsewhere" }],
    ["name_length", { firstName: " " }],
    ["email_wrong", { email: "ada" }],
    ["mobile_wrong", { mobile: "+49 30 23125000" }],
    ["login_name_too_short", { loginName: "ada" }],
    ["login_name_characters", { loginName: "ada lindqvist" }],
  ])("refuses with %s", async (reason, wrong) => {
    const made = await inviteAdmin(await world.services(), { ...ada, ...wrong });
    expect(made).toMatchObject({ ok: false, reason });
  });

  it("R12: gives nobody's login name to somebody else: of another practice, of the past", async () => {
    await createPractice(await world.services(), { ...hillside, shortName: "neighbour" });
    const theirs = await invitedAdmin(world, { loginName: "nadia.admin" });
    const taken = { ok: false, reason: "login_name_taken" };
    const services = await world.services();
    const elsewhere = { ...ada, practice: "neighbour", loginName: theirs.loginName };
    expect(await inviteAdmin(services, elsewhere)).toEqual(taken);
    expect((await findSetUp(services, theirs.token)).ok).toBe(true);
    await world.owner.pool.query(
      "insert into identity.retired_login_name values ('former.admin', app_now())",
    );
    expect(await inviteAdmin(services, { ...ada, loginName: "former.admin" })).toEqual(taken);
  });

  it("only the newest link works, also of two commands at once", async () => {
    const first = await invitedAdmin(world, { loginName: "newest.link" });
    const both = await Promise.all([
      invitedAdmin(world, { loginName: "newest.link" }),
      invitedAdmin(world, { loginName: "newest.link" }),
    ]);
    const services = await world.services();
    expect(await findSetUp(services, first.token)).toMatchObject({ reason: "link_replaced" });
    const live = await Promise.all(both.map(({ token }) => findSetUp(services, token)));
    expect(live.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
