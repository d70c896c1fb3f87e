import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, link, mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { ok, refused } from "@/domain/result";
import type { FilesPort } from "@/ports/files";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Files under `root`, outside every web root; an upload is written beside and linked into place when complete. */
export function diskFiles({ root }: { readonly root: string }): FilesPort {
  const incoming = join(root, "incoming");
  return {
    put: async ({ id, content, limitBytes }) => {
      const folder = folderOf(root, id);
      await Promise.all([mkdir(folder, { recursive: true }), mkdir(incoming, { recursive: true })]);
      const part = join(incoming, `${id}.${crypto.randomUUID()}.part`);
      const handle = await open(part, "wx", 0o600);
      try {
        const written = await write(handle, content, limitBytes);
        if (typeof written === "string") return refused(written);
        await handle.sync();
        // link, not rename: it never replaces a file that is there.
        await link(part, join(folder, id));
        await syncFolder(folder);
        return ok(written);
      } catch (error) {
        if (codeOf(error) === "EEXIST") return refused("taken");
        throw error;
      } finally {
        await handle.close();
        await rm(part, { force: true });
      }
    },
    get: async (id, range) => {
      const bytes = await sizeOf(root, id);
      if (bytes === null) return refused("missing");
      const path = join(folderOf(root, id), id);
      const start = range?.start ?? 0;
      const end = Math.min(range?.end ?? bytes, bytes);
      // An empty range cannot be said to createReadStream, whose `end` is inclusive.
      const content =
        end > start ? createReadStream(path, { start, end: end - 1 }) : Readable.from([]);
      return ok({ content, bytes: Math.max(0, end - start) });
    },
    head: async (id) => {
      const bytes = await sizeOf(root, id);
      return bytes === null ? refused("missing") : ok({ bytes });
    },
    delete: async (id) => {
      await rm(join(folderOf(root, id), id), { force: true });
    },
    discardAbandoned: (olderThanMinutes) => discard(incoming, olderThanMinutes * 60_000),
  };
}

/** Two levels, so that no folder grows long. The last digits: the first ones of a UUIDv7 are its time. */
function folderOf(root: string, id: string): string {
  if (!uuid.test(id)) throw new Error("A stored file is named by a UUID.");
  return join(root, id.slice(-2), id.slice(-4, -2));
}

async function write(handle: FileHandle, content: AsyncIterable<Uint8Array>, limitBytes: number) {
  const hash = createHash("sha256");
  let bytes = 0;
  const incoming = content[Symbol.asyncIterator]();
  for (;;) {
    let next: IteratorResult<Uint8Array>;
    try {
      next = await incoming.next();
    } catch {
      // The sender went away; what the disk says is thrown below.
      return "aborted" as const;
    }
    if (next.done) return { bytes, sha256: hash.digest("hex") };
    bytes += next.value.byteLength;
    if (bytes > limitBytes) {
      await incoming.return?.();
      return "too-large" as const;
    }
    hash.update(next.value);
    await handle.writeFile(next.value);
  }
}

/** The new name itself must survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sizeOf(root: string, id: string): Promise<number | null> {
  try {
    return (await stat(join(folderOf(root, id), id))).size;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

async function discard(incoming: string, olderThanMs: number): Promise<number> {
  let names: string[];
  try {
    names = await readdir(incoming);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return 0;
    throw error;
  }
  let count = 0;
  for (const name of names) {
    const path = join(incoming, name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (!name.endsWith(".part") || age < olderThanMs) continue;
    await rm(path, { force: true });
    count += 1;
  }
  return count;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
