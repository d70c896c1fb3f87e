/** Every practice's own article begins with this, so that no text shipped later can claim its address. */
export const ownKeyPrefix = "our-";

/** The address of a practice's own article, from its title: `our-parking-at-the-harbour`. 60 characters at most. */
export function articleKey(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${ownKeyPrefix}${shortened(words, 60 - ownKeyPrefix.length) || "article"}`;
}

/** Whole words where there are several. */
function shortened(words: string, most: number): string {
  if (words.length <= most) return words;
  const cut = words.slice(0, most + 1);
  const end = cut.lastIndexOf("-");
  return end > 0 ? cut.slice(0, end) : cut.slice(0, most);
}
