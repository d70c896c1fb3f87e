import { sha256Hex } from "@/lib/sha256-hex";
import { HEIF_HEAD_BYTES, isHeif } from "../heif";
import type { UploadView } from "../schema";

export type FileSent =
  | { readonly ok: true; readonly upload: UploadView }
  | { readonly ok: false; readonly code: string; readonly message: string };

/**
 * Sends one file as it is; the server measures it against the digest made here (S15). A photo in HEIC under another name
 * is not sent at all.
 */
export async function sendFile(
  file: File,
  patientId: string,
  signal: AbortSignal,
): Promise<FileSent> {
  const headers: Record<string, string> = {
    "content-type": file.type || "application/octet-stream",
    "x-file-name": encodeURIComponent(file.name),
  };
  try {
    const head = await file.slice(0, HEIF_HEAD_BYTES).arrayBuffer();
    if (isHeif(new Uint8Array(head))) return { ok: false, code: "heic", message: "" };
    const digest = await sha256Hex(file);
    if (digest) headers["x-sha256"] = digest;
    const path = `/api/uploads?patientId=${patientId}`;
    const response = await fetch(path, { method: "POST", headers, body: file, signal });
    const answer: unknown = await response.json();
    if (response.ok) return { ok: true, upload: answer as UploadView };
    const { error } = answer as { error?: { code?: string; message?: string } };
    return { ok: false, code: error?.code ?? "unexpected", message: error?.message ?? "" };
  } catch (cause) {
    // A fetch without an answer throws a TypeError, whatever the device believes of its network.
    const isLost = cause instanceof TypeError || !navigator.onLine;
    return { ok: false, code: isLost ? "offline" : "unexpected", message: "" };
  }
}
