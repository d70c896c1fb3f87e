import { describe, expect, it } from "vitest";
import { POST as complete } from "@/app/api/password-resets/complete/route";
import { POST as request } from "@/app/api/password-resets/route";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { endEverything } from "@/features/access/end-everything";
import { startLogin } from "@/features/access/login/start-login";
import type { Services } from "@/server/services";
import { openWorld } from "../../support/world";
import { openBrowser, sentSecrets } from "./browser";
import { password, type Registered, registeredPatient, withAuthenticator } from "./people";

const world = await openWorld();
const fresh = "seven quiet harbours glow";

/** The password step, with something that happens once its password was found right. */
async function logInWhile(person: { readonly loginName: string }, happens: () => Promise<unknown>) {
  const services = await world.services();
  const { passwords } = services;
  let looked = false;
  const verify: Services["passwords"]["verify"] = async (stored, typed) => {
    const answer = await passwords.verify(stored, typed);
    if (!looked) {
      looked = true;
      await happens();
    }
    return answer;
  };
  return startLogin(
    { ...services, passwords: { ...passwords, verify } },
    { kind: "visitor", cookies: new Map(), session: null },
    { loginName: person.loginName, password },
  );
}

async function reset(robin: Registered) {
  await openBrowser(world).send(request, { body: { email: robin.email } });
  const token = (await sentSecrets(world, robin.practiceId, "password_reset")).at(-1);
  const body = { token, password: fresh, passwordAgain: fresh };
  expect((await openBrowser(world).send(complete, { body })).status).toBe(200);
}

function liveChallenges(loginId: string) {
  return world.db.prisma.loginChallenge.count({ where: { loginId, usedAt: null } });
}

/** Until somebody waits for a lock that this test holds. */
async function somebodyWaits() {
  for (;;) {
    const { rows } = await world.owner.pool.query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_locks join pg_stat_activity using (pid)
       where not granted and datname = current_database()`,
    );
    if ((rows[0]?.waiting ?? 0) > 0) return;
  }
}

describe("S7: a reset that comes while the old password is being looked at", () => {
  it("leaves no login under way and no text", async () => {
    const robin = await registeredPatient(world);
    const answer = await logInWhile(robin, () => reset(robin));
    expect(answer).toMatchObject({ ok: false, reason: "wrong_login" });
    expect(await liveChallenges(robin.loginId)).toBe(0);
    expect(await sentSecrets(world, robin.practiceId, "login_code")).toEqual([]);
    const noted = await inPractice(world.db, robin.practiceId, (tx) =>
      tx.auditEntry.count({
        where: { practiceId: robin.practiceId, action: "login.password_failed" },
      }),
    );
    expect(noted).toBe(1);
    expect((await openBrowser(world).password(robin.loginName, fresh)).status).toBe(200);
  });

  it.each(["patient", "staff"])(
    "and has not committed when the login of the %s begins",
    async (who) => {
      const person =
        who === "patient" ? await registeredPatient(world) : await withAuthenticator(world);
      const { practiceId, loginId } = person;
      const services = await world.services();
      const renewed = await services.passwords.hash(fresh);
      if (!renewed.ok) throw new Error(renewed.reason);
      let committed: Promise<unknown> = Promise.resolve();
      const answer = await logInWhile(person, async () => {
        const held = Promise.withResolvers<void>();
        committed = inPractice(world.db, practiceId, async (tx) => {
          const changedAt = fromInstant(services.now);
          await identityIn(tx).credential.update({
            where: { loginId },
            data: { passwordHash: renewed.value, changedAt },
          });
          held.resolve();
          await somebodyWaits();
          await endEverything(tx, services, loginId, "password_reset");
        });
        await held.promise;
      });
      await committed;
      expect(answer).toMatchObject({ ok: false, reason: "wrong_login" });
      expect(await liveChallenges(loginId)).toBe(0);
    },
  );

  it("S1: two logins at once that both hash the password anew both go on", async () => {
    const staff = await withAuthenticator(world);
    const services = await world.services();
    const renewed = await services.passwords.hash(password);
    if (!renewed.ok) throw new Error(renewed.reason);
    const answer = await logInWhile(staff, () =>
      world.db.prisma.credential.update({
        where: { loginId: staff.loginId },
        data: { passwordHash: renewed.value },
      }),
    );
    expect(answer).toMatchObject({ ok: true, value: { factor: "totp" } });
  });
});
