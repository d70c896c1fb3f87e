import { hash } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { createHashQueue } from "@/security/hash-queue";
import { createPasswordHasher, type Pepper } from "@/security/passwords";
import { systemRandom } from "@/security/random";

const OLD: Pepper = { version: 1, secret: new Uint8Array(32).fill(1) };
const NEW: Pepper = { version: 2, secret: new Uint8Array(32).fill(2) };
const hasher = createPasswordHasher({ current: OLD, former: [] }, systemRandom);
const PASSWORD = "correct horse battery staple";

async function stored(password: string, by = hasher): Promise<string> {
  const hashed = await by.hash(password);
  if (!hashed.ok) throw new Error(hashed.reason);
  return hashed.value;
}

async function verdict(hashed: string | null, password: string, by = hasher) {
  const verified = await by.verify(hashed, password);
  if (!verified.ok) throw new Error(verified.reason);
  return verified.value;
}

describe("S1: password hashes", () => {
  it("are argon2id with the agreed parameters and the pepper's version, salted", async () => {
    const one = await stored(PASSWORD);
    expect(one).toMatch(/^p1:\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await stored(PASSWORD)).not.toBe(one);
  });

  it("know the right password from a wrong one", async () => {
    const one = await stored(PASSWORD);
    expect(await verdict(one, PASSWORD)).toEqual({ matches: true, needsRehash: false });
    expect(await verdict(one, `${PASSWORD} `)).toEqual({ matches: false, needsRehash: false });
  });

  it("take both Unicode forms of the same password", async () => {
    const one = await stored("café au lait, s'il");
    expect((await verdict(one, "cafe\u0301 au lait, s'il")).matches).toBe(true);
  });

  it("are worth nothing without the pepper", async () => {
    const one = await stored(PASSWORD);
    const thief = createPasswordHasher(
      { current: { ...OLD, secret: NEW.secret }, former: [] },
      systemRandom,
    );
    expect((await verdict(one, PASSWORD, thief)).matches).toBe(false);
  });

  it("made with a former pepper still open, and ask to be made anew", async () => {
    const one = await stored(PASSWORD);
    const rotated = createPasswordHasher({ current: NEW, former: [OLD] }, systemRandom);
    expect(await verdict(one, PASSWORD, rotated)).toEqual({ matches: true, needsRehash: true });
    expect(await verdict(one, "something else", rotated)).toEqual({
      matches: false,
      needsRehash: false,
    });
  });

  it("made with weaker parameters ask to be made anew", async () => {
    const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, secret: OLD.secret });
    expect(await verdict(`p1:${weak}`, PASSWORD)).toEqual({ matches: true, needsRehash: true });
  });

  it("without a stored hash nothing matches", async () => {
    expect(await verdict(null, PASSWORD)).toEqual({ matches: false, needsRehash: false });
    expect(await verdict(null, "")).toEqual({ matches: false, needsRehash: false });
  });

  it("S6: an unknown person costs the same work as a known one", async () => {
    const one = await stored(PASSWORD);
    const milliseconds = async (hashed: string | null) => {
      const start = performance.now();
      await hasher.verify(hashed, "a wrong password");
      return performance.now() - start;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      known.push(await milliseconds(one));
      unknown.push(await milliseconds(null));
    }
    const median = (list: number[]) => list.sort((a, b) => a - b)[4] ?? 0;
    // Wide, since machines are busy; a skipped hash would be a hundredth.
    expect(median(unknown) / median(known)).toBeGreaterThan(0.4);
    expect(median(unknown) / median(known)).toBeLessThan(2.5);
  });

  it("a pepper that is gone is a fault of the installation, told without the hash", async () => {
    const rotated = createPasswordHasher({ current: NEW, former: [] }, systemRandom);
    await expect(rotated.verify(await stored(PASSWORD), PASSWORD)).rejects.toThrow(
      "Pepper version 1 is missing from the environment.",
    );
  });
});

describe("S1: four hashes at once, fifty waiting, then busy", () => {
  it("refuses the 55th with the seconds to wait, and serves the others in order", async () => {
    const queue = createHashQueue(4, 50, 2);
    const finish: (() => void)[] = [];
    const started: number[] = [];
    const runs = Array.from({ length: 55 }, (_, n) =>
      queue.run(async () => {
        started.push(n);
        await new Promise<void>((resolve) => finish.push(resolve));
        return n;
      }),
    );
    expect(await runs[54]).toEqual({ ok: false, reason: "busy", detail: { retryAfterSeconds: 2 } });
    expect(started).toEqual([0, 1, 2, 3]);
    for (let done = 0; done < 54; done += 1) {
      finish[done]?.();
      await runs[done];
      expect(started.length).toBeLessThanOrEqual(done + 5);
    }
    expect(started).toEqual(Array.from({ length: 54 }, (_, n) => n));
    expect((await queue.run(async () => "free again")).ok).toBe(true);
  });

  it("a hash that fails gives its place free", async () => {
    const queue = createHashQueue(1, 0, 2);
    await expect(queue.run(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await queue.run(async () => 1)).toEqual({ ok: true, value: 1 });
  });
});
