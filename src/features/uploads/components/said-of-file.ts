import { acceptedTypes } from "../accepted-types";
import { isCalledHeif } from "../heif";

export interface FileWords {
  readonly tooLarge: string;
  readonly heic: string;
  readonly offline: string;
  readonly unexpected: string;
}

/** What can be said before anything is sent. The server judges again (S15). */
export function refusedBefore(file: File, words: FileWords): string | null {
  if (isCalledHeif(file.type, file.name)) return words.heic;
  const { limitBytes } = acceptedTypes[file.type === "application/pdf" ? file.type : "image/jpeg"];
  return file.size > limitBytes ? words.tooLarge : null;
}

/** Why it did not arrive: the server's own words, where it answered. */
export function saidOf(failed: { code: string; message: string }, words: FileWords): string {
  if (failed.message) return failed.message;
  if (failed.code === "heic") return words.heic;
  return failed.code === "offline" ? words.offline : words.unexpected;
}
