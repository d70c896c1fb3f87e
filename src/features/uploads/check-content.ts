import { fileTypeFromBuffer } from "file-type";
import { ok, type Result, refused } from "@/domain/result";
import type { FilesPort } from "@/ports/files";
import type { AcceptedType } from "./accepted-types";
import { isHeif } from "./heif";

/** As much as any of the signatures needs. */
const headBytes = 4_100;

/** What a file is by its first bytes. Refusals: `heic`, and `content_differs` when it is not what was claimed (S15). */
export async function checkContent(
  files: FilesPort,
  id: string,
  claimed: AcceptedType,
): Promise<Result<null, "heic" | "content_differs">> {
  const found = await files.get(id, { start: 0, end: headBytes });
  if (!found.ok) throw new Error("the file that was just stored is missing");
  const chunks: Uint8Array[] = [];
  for await (const chunk of found.value.content) chunks.push(chunk);
  const head = Buffer.concat(chunks);
  if (isHeif(head)) return refused("heic");
  const type = await fileTypeFromBuffer(head);
  return type?.mime === claimed ? ok(null) : refused("content_differs");
}
