import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diskFiles } from "@/adapters/files/disk";
import type { FilesPort } from "@/ports/files";

const limitBytes = 10 * 1024 * 1024;
let root: string;
let files: FilesPort;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "archway-files-"));
  files = diskFiles({ root });
});

afterAll(() => rm(root, { recursive: true, force: true }));

async function* inParts(content: Uint8Array, size = 64 * 1024) {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

async function* brokenOff(): AsyncGenerator<Uint8Array> {
  yield randomBytes(1000);
  throw new Error("the sender went away");
}

async function everything(): Promise<string[]> {
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe("S15: files", () => {
  it("come back byte for byte, with their count and SHA-256", async () => {
    const id = crypto.randomUUID();
    const content = randomBytes(3_000_001);
    const sha256 = createHash("sha256").update(content).digest("hex");
    expect(await files.put({ id, content: inParts(content), limitBytes })).toEqual({
      ok: true,
      value: { bytes: content.length, sha256 },
    });
    expect(await files.head(id)).toEqual({ ok: true, value: { bytes: content.length } });
    const whole = await files.get(id);
    expect(whole.ok && content.equals(await buffer(whole.value.content))).toBe(true);
    const part = await files.get(id, { start: 10, end: 30 });
    expect(part.ok && part.value.bytes).toBe(20);
    expect(part.ok && content.subarray(10, 30).equals(await buffer(part.value.content))).toBe(true);
    const beyond = await files.get(id, { start: 5_000_000, end: 6_000_000 });
    expect(beyond.ok && (await buffer(beyond.value.content)).length).toBe(0);
    await files.delete(id);
    expect(await files.get(id)).toMatchObject({ ok: false, reason: "missing" });
    await files.delete(id);
  });

  it("may be empty", async () => {
    const id = crypto.randomUUID();
    expect(await files.put({ id, content: inParts(Buffer.alloc(0)), limitBytes })).toMatchObject({
      ok: true,
      value: { bytes: 0 },
    });
    const empty = await files.get(id);
    expect(empty.ok && (await buffer(empty.value.content)).length).toBe(0);
  });

  it("leave nothing when too large or broken off", async () => {
    const id = crypto.randomUUID();
    const before = await everything();
    expect(
      await files.put({ id, content: inParts(randomBytes(101)), limitBytes: 100 }),
    ).toMatchObject({
      reason: "too-large",
    });
    expect(await files.put({ id, content: brokenOff(), limitBytes })).toMatchObject({
      reason: "aborted",
    });
    expect(await files.head(id)).toMatchObject({ reason: "missing" });
    expect(await everything()).toEqual(before);
    expect(
      await files.put({ id, content: inParts(randomBytes(100)), limitBytes: 100 }),
    ).toMatchObject({
      ok: true,
    });
  });

  it("are never overwritten, not even by two at once", async () => {
    const id = crypto.randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        files.put({ id, content: inParts(randomBytes(50_000)), limitBytes }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === "taken")).toHaveLength(7);
  });

  it("cannot be named out of their folder", async () => {
    await expect(files.get("../../etc/passwd")).rejects.toThrow("UUID");
    await expect(
      files.put({ id: "../x", content: inParts(Buffer.from("x")), limitBytes }),
    ).rejects.toThrow("UUID");
  });

  it("forget what a killed upload left, once it is old enough", async () => {
    const left = join(root, "incoming", `${crypto.randomUUID()}.part`);
    const young = join(root, "incoming", `${crypto.randomUUID()}.part`);
    await writeFile(left, "half");
    await writeFile(young, "half");
    const longAgo = new Date(Date.now() - 61 * 60_000);
    await utimes(left, longAgo, longAgo);
    expect(await files.discardAbandoned(60)).toBe(1);
    expect(await readdir(join(root, "incoming"))).toHaveLength(1);
    await rm(young);
  });

  it("has nothing to forget before the first upload", async () => {
    expect(await diskFiles({ root: join(root, "empty") }).discardAbandoned(60)).toBe(0);
  });
});
