import { createHash } from "node:crypto";
import { inPractice } from "@/db/transaction";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { beginScan } from "@/features/scans/upload/begin-scan";
import { finishScan } from "@/features/scans/upload/finish-scan";
import { PIECE_BYTES } from "@/features/scans/upload/schema";
import { storeScanPiece } from "@/features/scans/upload/store-scan-piece";
import type { World } from "../../support/world";

export const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A draft of a case for that patient. */
export async function caseOf(
  world: World,
  practiceId: string,
  whose: { readonly patientId: string; readonly practitionerId: string },
): Promise<string> {
  const id = crypto.randomUUID();
  const labId = crypto.randomUUID();
  await world.owner.pool.query(
    `insert into reference.lab (id, key, name, base_url, periodic_days, inactive_days)
     values ($1, $2, 'Mine', 'http://127.0.0.1:1', 90, 30)`,
    [labId, `lab-${labId}`],
  );
  await inPractice(world.db, practiceId, (tx) =>
    tx.labCase.create({
      data: {
        ...{ practiceId, id, ...whose, labId, prescription: {} },
        number: `C-${id.slice(0, 8)}`,
        idempotencyKey: crypto.randomUUID(),
        patientReference: "P-MINE",
        createdAt: new Date(0),
        updatedAt: new Date(0),
      },
      select: { id: true },
    }),
  );
  return id;
}

/** A scan that somebody else of that practice has begun. */
export async function scanOf(
  world: World,
  practiceId: string,
  caseId: string,
  { patientId, personId }: Pick<PatientActor, "patientId" | "personId">,
): Promise<string> {
  const id = crypto.randomUUID();
  const at = new Date((await world.services()).now.epochMilliseconds);
  await inPractice(world.db, practiceId, async (tx) => {
    await tx.upload.create({
      data: {
        ...{ practiceId, id, patientId, uploadedByPersonId: personId, kind: "scan" },
        fileName: "Mine.stl",
        contentType: "model/stl",
        bytes: 100n,
        storageKey: id,
        createdAt: at,
      },
    });
    await tx.scanUpload.create({
      data: {
        ...{ practiceId, uploadId: id, caseId, arch: "upper", begunByPersonId: personId },
        byteCount: 100n,
        headSha256: new Uint8Array(32),
        touchedAt: at,
      },
    });
  });
  return id;
}

export interface Wish {
  readonly caseId: string;
  readonly bytes: Uint8Array;
  readonly arch?: "upper" | "lower" | "bite";
  readonly fileName?: string;
}

export async function begin(world: World, actor: ClinicActor, wish: Wish) {
  const { caseId: id, bytes, arch = "upper", fileName = "upper.stl" } = wish;
  const headSha256 = sha256(bytes.subarray(0, 1_000_000));
  const input = { id, arch, fileName, byteCount: bytes.length, headSha256 };
  return beginScan(await world.services(), actor, input);
}

/** Sends what stands at `from`, as the route does it. */
export async function piece(
  world: World,
  actor: ClinicActor,
  { caseId: id, bytes }: Wish,
  scanId: string,
  from = 0,
  digest?: string,
) {
  const content = new Uint8Array(bytes.subarray(from, from + PIECE_BYTES));
  const request = new Request("http://localhost:3000/", {
    method: "PUT",
    body: content,
    headers: { "x-sha256": digest ?? sha256(content) },
  });
  return storeScanPiece(await world.services(), actor, { id, scanId, from: `${from}` }, request);
}

/** The whole way; the answer of the last step. */
export async function send(world: World, actor: ClinicActor, wish: Wish) {
  const begun = await begin(world, actor, wish);
  if (!begun.ok) return begun;
  const scanId = begun.value.id;
  for (let from = 0; from < wish.bytes.length; from += PIECE_BYTES) {
    const taken = await piece(world, actor, wish, scanId, from);
    if (!taken.ok) return taken;
  }
  const input = { id: wish.caseId, scanId, sha256: sha256(wish.bytes) };
  return finishScan(await world.services(), actor, input);
}
