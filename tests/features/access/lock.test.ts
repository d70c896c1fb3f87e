import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { fromInstant, toInstant } from "@/db/time";
import { decideReservation, giveBack, type LockFacts, NO_FAILURES } from "@/domain/access/lockout";
import { giveBackTry, lockKeys, reserveTry } from "@/features/access/lock/lock-counter";
import { openWorld } from "../../support/world";
import { openBrowser, otherCode, sentSecrets } from "./browser";
import { password, registeredPatient } from "./people";

const world = await openWorld();
const wrong = "not the password at all";

function freshKeys() {
  return lockKeys(world.runtime.env.hmacKey, randomBytes(32));
}

async function storedFacts(key: Uint8Array): Promise<LockFacts> {
  const row = await world.db.prisma.lockCounter.findUnique({ where: { key: new Uint8Array(key) } });
  return {
    consecutiveFailures: row?.consecutiveFailures ?? 0,
    lastFailureAt: row?.lastFailureAt ? toInstant(row.lastFailureAt) : null,
    lockedUntilAt: row?.lockedUntilAt ? toInstant(row.lockedUntilAt) : null,
  };
}

const plain = (facts: LockFacts) => ({
  failures: facts.consecutiveFailures,
  last: facts.lastFailureAt?.toString() ?? null,
  until: facts.lockedUntilAt?.toString() ?? null,
});

describe("S5: the lock as one statement", () => {
  it("does what the rule says, over any sequence of tries, successes and pauses", async () => {
    const step = fc.record({
      pauseMinutes: fc.oneof(
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom(15, 30, 1439, 1440, 1441),
      ),
      right: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const keys = freshKeys();
        let facts: LockFacts = NO_FAILURES;
        let now = Temporal.Instant.from("2026-11-02T08:00:00Z");
        for (const { pauseMinutes, right } of steps) {
          now = now.add({ minutes: pauseMinutes, milliseconds: 1 });
          const expected = decideReservation(facts, now);
          const reserved = await reserveTry(world.db, keys, null, now);
          expect(reserved.ok).toBe(expected.ok);
          if (expected.ok && reserved.ok) {
            facts = expected.value.facts;
            expect(reserved.value.lockMinutes).toBe(expected.value.lockMinutes);
            expect(reserved.value.alert).toBe(expected.value.alert);
            if (right) {
              facts = giveBack(facts, expected.value);
              await giveBackTry(world.db, keys, reserved.value, now);
            }
          }
          expect(plain(await storedFacts(keys.lockKey))).toEqual(plain(facts));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("counts thirty parallel tries exactly: five, then the lock", async () => {
    const keys = freshKeys();
    const now = Temporal.Instant.from("2026-11-02T08:00:00Z");
    const tries = await Promise.all(
      Array.from({ length: 30 }, () => reserveTry(world.db, keys, null, now)),
    );
    expect(tries.filter((reserved) => reserved.ok)).toHaveLength(5);
    const facts = await storedFacts(keys.lockKey);
    expect(facts.consecutiveFailures).toBe(5);
    expect(facts.lockedUntilAt?.toString()).toBe("2026-11-02T08:15:00Z");
  });

  it("alerts at the hundredth failure in a row, and only there", async () => {
    const keys = freshKeys();
    await world.db.prisma.lockCounter.create({
      data: {
        key: new Uint8Array(keys.lockKey),
        kind: "password",
        consecutiveFailures: 99,
        lastFailureAt: fromInstant(Temporal.Instant.from("2026-11-02T08:00:00Z")),
      },
    });
    const hundredth = await reserveTry(
      world.db,
      keys,
      null,
      Temporal.Instant.from("2026-11-02T08:31:00Z"),
    );
    expect(hundredth.ok && hundredth.value).toMatchObject({ alert: true, lockMinutes: 30 });
    const next = await reserveTry(
      world.db,
      keys,
      null,
      Temporal.Instant.from("2026-11-02T09:02:00Z"),
    );
    expect(next.ok && next.value.alert).toBe(false);
  });
});

describe("R14: five failures in a row", () => {
  async function fail(name: string, times: number) {
    const answers = [];
    for (let number = 0; number < times; number += 1)
      answers.push(await openBrowser(world).password(name, wrong));
    return answers;
  }

  it("lock for 15 minutes, the next five for 30; the right password is refused, no code is sent", async () => {
    const robin = await registeredPatient(world);
    const five = await fail(robin.loginName, 5);
    expect(five.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    const during = await openBrowser(world).password(robin.loginName, password);
    expect([during.status, during.body.error.code]).toEqual([423, "locked"]);
    expect(during.body.error.detail.minutes).toBe(15);
    expect(Number(during.headers.get("retry-after"))).toBeGreaterThan(14 * 60);
    expect(await sentSecrets(world, robin.practiceId, "login_code")).toHaveLength(0);
    await world.advance("PT15M");
    await fail(robin.loginName, 5);
    await world.advance("PT29M");
    expect((await openBrowser(world).password(robin.loginName, password)).status).toBe(423);
    await world.advance("PT1M1S");
    expect((await openBrowser(world).password(robin.loginName, password)).status).toBe(200);
  });

  it("look the same for a name nobody has", async () => {
    const robin = await registeredPatient(world);
    const known = [...(await fail(robin.loginName, 6))];
    const unknown = [...(await fail("nobody.has.this", 6))];
    const seen = ({ status, body }: (typeof known)[number]) => {
      const { reference, ...rest } = body.error;
      return { status, ...rest, reference: typeof reference };
    };
    expect(unknown.map((answer) => seen(answer).code)).toEqual(
      known.map((answer) => seen(answer).code),
    );
    expect(unknown.slice(0, 5).map(seen)).toEqual(known.slice(0, 5).map(seen));
    expect(unknown[5]?.status).toBe(423);
  });

  it("from a stranger do not lock the browser the person logs in with", async () => {
    const robin = await registeredPatient(world);
    const own = openBrowser(world);
    await own.password(robin.loginName, password);
    await own.code((await sentSecrets(world, robin.practiceId, "login_code")).at(-1) ?? "");
    await own.logOut();
    await fail(robin.loginName, 5);
    expect((await openBrowser(world).password(robin.loginName, password)).status).toBe(423);
    expect((await own.password(robin.loginName, password)).status).toBe(200);
  });

  it("are forgotten once the second factor was given", async () => {
    const robin = await registeredPatient(world);
    await fail(robin.loginName, 4);
    const browser = openBrowser(world);
    await browser.password(robin.loginName, password);
    const between = await world.db.prisma.lockCounter.findFirst({
      where: { loginId: robin.loginId },
    });
    expect(between?.consecutiveFailures).toBe(4);
    await browser.code((await sentSecrets(world, robin.practiceId, "login_code")).at(-1) ?? "");
    expect(await world.db.prisma.lockCounter.count({ where: { loginId: robin.loginId } })).toBe(0);
  });

  it("S5: a login under way is refused when the lock falls before its code", async () => {
    const robin = await registeredPatient(world);
    const browser = openBrowser(world);
    await browser.password(robin.loginName, password);
    const code = (await sentSecrets(world, robin.practiceId, "login_code")).at(-1) ?? "";
    await fail(robin.loginName, 5);
    const answer = await browser.code(code);
    expect([answer.status, answer.body.error.code]).toEqual([423, "locked"]);
    expect(await browser.whoAmI()).toEqual({});
  });

  it("S5: ten failed codes across challenges lock the login the same way", async () => {
    const robin = await registeredPatient(world);
    const answers = [];
    for (let challenge = 0; challenge < 2; challenge += 1) {
      const browser = openBrowser(world);
      expect((await browser.password(robin.loginName, password)).status).toBe(200);
      const code = (await sentSecrets(world, robin.practiceId, "login_code")).at(-1) ?? "";
      for (let number = 0; number < 5; number += 1)
        answers.push(await browser.code(otherCode(code)));
    }
    // R14: the tenth says how long, like the fifth wrong password.
    expect(answers.map(({ status }) => status)).toEqual([...Array(9).fill(401), 423]);
    expect(answers.at(-1)?.body.error.detail.minutes).toBe(15);
    const answer = await openBrowser(world).password(robin.loginName, password);
    expect([answer.status, answer.body.error.code]).toEqual([423, "locked"]);
    await world.advance("PT15M");
    expect((await openBrowser(world).password(robin.loginName, password)).status).toBe(200);
  });
});
