import type { ScanFault } from "./scan-facts";

/** No number and no keyword is longer; names of solids are cut. */
const longestWord = 256;
const number = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

export interface Words {
  push(bytes: Uint8Array): ScanFault | null;
  end(): ScanFault | null;
}

/** Hands over what stands between blanks, however the bytes were cut. */
export function createWords(take: (word: string) => ScanFault | null): Words {
  const decoder = new TextDecoder("latin1");
  let carry = "";
  return {
    push(bytes) {
      const text = carry + decoder.decode(bytes);
      let from = -1;
      for (let at = 0; at < text.length; at += 1) {
        const isBlank = text.charCodeAt(at) <= 32;
        if (!isBlank && from === -1) from = at;
        if (!isBlank || from === -1) continue;
        const fault = take(text.slice(from, at));
        if (fault) return fault;
        from = -1;
      }
      carry = from === -1 ? "" : text.slice(from);
      return carry.length > longestWord ? "not_a_scan" : null;
    },
    end: () => (carry === "" ? null : take(carry)),
  };
}

/** NaN for what is no decimal number. */
export function readNumber(word: string): number {
  return number.test(word) ? Number(word) : Number.NaN;
}
