import { ok, type Result, refused } from "@/domain/result";
import { isCalledHeif } from "./heif";

export type AcceptedType = "image/jpeg" | "image/png" | "image/webp" | "application/pdf";

interface Accepted {
  readonly kind: "photo" | "pdf";
  readonly extensions: readonly string[];
  readonly limitBytes: number;
}

const photo = (...extensions: string[]): Accepted => ({
  kind: "photo",
  extensions,
  limitBytes: 10_000_000,
});

/** S15: nothing else is taken into threads. */
export const acceptedTypes: Readonly<Record<AcceptedType, Accepted>> = {
  "image/jpeg": photo("jpg", "jpeg", "jpe", "jfif"),
  "image/png": photo("png"),
  "image/webp": photo("webp"),
  "application/pdf": { kind: "pdf", extensions: ["pdf"], limitBytes: 20_000_000 },
};

/** S15. Larger ones are refused before they are unpacked. */
export const MAX_PIXELS = 40_000_000;

/** What one patient's side and the practice together may add for one patient in 24 hours. */
export const DAILY_BYTES = 200_000_000;

/** Longest file name kept, in characters. */
const longestName = 150;

export type NameRefusal = "type_not_accepted" | "heic" | "file_name_missing";

export interface Claimed extends Accepted {
  readonly type: AcceptedType;
  readonly fileName: string;
}

/**
 * What the sender says it is: type and the name's extension agree (S15). Whether it is that, the bytes decide. Refusals:
 * `heic` (iPhones' own format and its kin, which need words of their own), `type_not_accepted`, `file_name_missing`.
 */
export function readClaim(
  contentType: string | null,
  encodedName: string | null,
): Result<Claimed, NameRefusal> {
  const type = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  const fileName = readName(encodedName);
  if (fileName === null) return refused("file_name_missing");
  const extension = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (isCalledHeif(type, fileName)) return refused("heic");
  if (!isAccepted(type)) return refused("type_not_accepted");
  const accepted = acceptedTypes[type];
  if (!accepted.extensions.includes(extension)) return refused("type_not_accepted");
  return ok({ ...accepted, type, fileName });
}

function isAccepted(type: string): type is AcceptedType {
  return Object.hasOwn(acceptedTypes, type);
}

/** The name as the sender wrote it, percent-encoded in the header; without folders and control characters. */
function readName(encoded: string | null): string | null {
  let name: string;
  try {
    name = decodeURIComponent(encoded ?? "");
  } catch {
    return null;
  }
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  if (plain === "") return null;
  const extension = /\.[^.]{1,5}$/.exec(plain)?.[0] ?? "";
  const stem = [...plain.slice(0, plain.length - extension.length)];
  return `${stem.slice(0, longestName).join("")}${extension}`;
}
