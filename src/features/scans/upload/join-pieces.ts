import { ok, type Result, refused } from "@/domain/result";
import { readScan } from "@/domain/scans/read-scan";
import type { ScanFacts, ScanFault, ScanFormat } from "@/domain/scans/scan-facts";
import type { StoredFile } from "@/ports/files";
import type { Services } from "@/server/services";
import { pieceKeys } from "./piece-keys";

interface Pieces {
  readonly id: string;
  readonly format: ScanFormat;
  readonly byteCount: number;
}

/** Writes the pieces as one file and judges it in the same pass (S15). A fault leaves no file. */
export async function joinPieces(
  services: Services,
  { id, format, byteCount }: Pieces,
): Promise<Result<{ stored: StoredFile; facts: ScanFacts }, ScanFault>> {
  const reading = readScan(format, byteCount);
  async function* content(): AsyncGenerator<Uint8Array> {
    for (const key of pieceKeys(id, byteCount)) {
      const piece = await services.files.get(key);
      if (!piece.ok) return;
      for await (const chunk of piece.value.content) {
        if (reading.push(chunk as Uint8Array)) return;
        yield chunk as Uint8Array;
      }
    }
  }
  // An attempt that broke off may have left the whole file.
  await services.files.delete(id);
  const put = await services.files.put({ id, content: content(), limitBytes: byteCount });
  const judged = reading.end();
  if (put.ok && judged.ok) return ok({ stored: put.value, facts: judged.value });
  await services.files.delete(id);
  return refused(judged.ok ? "cut_short" : judged.reason);
}
