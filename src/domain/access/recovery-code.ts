/** How many a person gets at once (R13). */
export const RECOVERY_CODES = 10;

/** Sixteen letters of five bits: 80, above the 64 that NIST SP 800-63B-4 asks of saved codes. */
const LETTERS = 16;
/** Crockford's alphabet: no i, l, o or u. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** `bytes` are sixteen random ones; only five bits of each are used. */
export function recoveryCodeOf(bytes: Uint8Array): string {
  return Array.from(bytes.slice(0, LETTERS), (byte) => ALPHABET[byte & 31]).join("");
}

/** As it is shown: four groups of four. */
export function groupedRecoveryCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** The recovery code in what was typed or pasted (case, blanks, hyphens, o for 0 and l for 1 forgiven), or null. */
export function typedRecoveryCode(typed: string): string | null {
  const plain = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s-]/g, "")
    .replace(/o/g, "0")
    .replace(/[il]/g, "1");
  const isCode =
    plain.length === LETTERS && [...plain].every((letter) => ALPHABET.includes(letter));
  return isCode ? plain : null;
}
