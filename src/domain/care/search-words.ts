const mostWords = 8;
const longestWord = 40;

/** The words somebody typed to find something by: lower case, without accents, eight at most, each once. */
export function searchWords(typed: string): string[] {
  const words = typed
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter((word) => word !== "")
    .map((word) => word.slice(0, longestWord));
  return [...new Set(words)].slice(0, mostWords);
}
