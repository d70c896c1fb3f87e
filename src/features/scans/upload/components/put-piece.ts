import type { ScanProgress } from "../schema";

export type PiecePut =
  | { readonly ok: true; readonly value: ScanProgress }
  | {
      readonly ok: false;
      readonly status: number;
      readonly code: string;
      readonly message: string;
    };

interface Piece {
  readonly path: string;
  readonly content: Blob;
  /** Hex. */
  readonly sha256: string;
  readonly signal: AbortSignal;
  readonly onSent: (bytes: number) => void;
}

const lost = { ok: false, status: 0, code: "offline", message: "" } as const;

/** Sends one piece; an XMLHttpRequest, because a fetch does not say how much of it has left. */
export function putPiece({ path, content, sha256, signal, onSent }: Piece): Promise<PiecePut> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", path);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-sha256", sha256);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onload = () => resolve(read(request.status, request.response));
    request.onerror = () => resolve(lost);
    request.onabort = () => resolve(lost);
    signal.addEventListener("abort", () => request.abort(), { once: true });
    if (signal.aborted) return resolve(lost);
    request.send(content);
  });
}

function read(status: number, answer: unknown): PiecePut {
  if (status === 200) return { ok: true, value: answer as ScanProgress };
  const { error } = (answer ?? {}) as { error?: { code?: string; message?: string } };
  return { ok: false, status, code: error?.code ?? "unexpected", message: error?.message ?? "" };
}
