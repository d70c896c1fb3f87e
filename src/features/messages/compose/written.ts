import { fillIn } from "@/lib/fill-in";
import type { ComposerWords } from "../components/words";

/** In characters as a person counts them; the server holds the same bound. */
export const mostCharacters = 10_000;

/** How much room is left, said near the end alone. */
export function remaining(count: number, says: ComposerWords): string {
  const left = mostCharacters - count;
  if (left < 0) return fillIn(says.tooLong, { count: -left });
  return left <= 500 ? fillIn(says.left, { count: left }) : "";
}

/** As the server keeps a message's words. */
export function plain(text: string): string {
  return text.normalize("NFC").trim();
}
