import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";

export interface Received {
  /** Of the whole scan, what came earlier included. */
  readonly byteCount: number;
  readonly sha256: string;
}

interface Upload {
  readonly caseId: string;
  readonly scanId: string;
  /** Where it goes on; what stands behind it is overwritten. */
  readonly fromByte: number;
  /** Where it must end; what comes after it is counted and thrown away. */
  readonly toByte: number;
  readonly stream: AsyncIterable<Buffer>;
}

interface Running {
  readonly stream: AsyncIterable<Buffer>;
  readonly ended: Promise<unknown>;
  /** Where it stands. */
  byteCount: number;
}

const folder = join(tmpdir(), `archway-simulated-lab-${process.getuid?.() ?? 0}`);
const keptMs = 2 * 86_400_000;
const running = new Map<string, Running>();

/** Scans that are not here in full yet, as files: a killed upload or lab goes on with the bytes it had. */
export async function heldBytes(caseId: string, scanId: string): Promise<number> {
  return stat(pathOf(caseId, scanId)).then(
    ({ size }) => size,
    () => 0,
  );
}

export async function dropScanFile(caseId: string, scanId: string): Promise<void> {
  await rm(pathOf(caseId, scanId), { force: true });
}

/** broken: the sender went away, or another took over. offset_mismatch: less is here than it goes on from. */
export async function receiveFile(
  upload: Upload,
): Promise<Received | "broken" | "offset_mismatch"> {
  const { caseId, scanId, fromByte, stream } = upload;
  const path = pathOf(caseId, scanId);
  // Two at once would mix their bytes: the later one ends the earlier one, whose sender may be long gone.
  for (let other = running.get(path); other !== undefined; other = running.get(path)) {
    if (other.byteCount < fromByte) return "offset_mismatch";
    if (other.stream instanceof Readable) other.stream.destroy();
    await other.ended;
  }
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const standing = { stream, ended, byteCount: fromByte };
  running.set(path, standing);
  try {
    return await append(path, upload, standing);
  } finally {
    running.delete(path);
    end();
  }
}

async function append(
  path: string,
  { fromByte, toByte, stream }: Upload,
  standing: Running,
): Promise<Received | "broken" | "offset_mismatch"> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    if ((await file.stat()).size < fromByte) return "offset_mismatch";
    await file.truncate(fromByte);
    const hash = createHash("sha256");
    const before = { start: 0, end: fromByte - 1, autoClose: false };
    if (fromByte > 0) for await (const part of file.createReadStream(before)) hash.update(part);
    for await (const part of stream) {
      const at = standing.byteCount;
      standing.byteCount += part.length;
      // Read to its end all the same: to break off would take the answer away too.
      if (standing.byteCount > toByte) continue;
      hash.update(part);
      const { bytesWritten } = await file.write(part, 0, part.length, at);
      if (bytesWritten !== part.length) throw new Error(`No room for ${path}.`);
    }
    return { byteCount: standing.byteCount, sha256: hash.digest("hex") };
  } catch (error) {
    if (isGone(error)) return "broken";
    throw error;
  } finally {
    await file.close();
  }
}

/** Removes what nobody went on with for two days. */
export async function sweepScanFiles(nowMs: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && nowMs - found.mtimeMs > keptMs) await rm(path, { force: true });
  }
}

function pathOf(caseId: string, scanId: string): string {
  return join(folder, `${caseId}-${scanId}`);
}

function isGone(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE" || code === "ABORT_ERR";
}
