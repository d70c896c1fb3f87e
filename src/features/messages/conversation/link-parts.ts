/** A piece of a text: words as they are, or an address that can be followed. */
export type TextPart =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string };

/** Signs that turn the direction of writing could make an address look like another one. */
const address = /\bhttps?:\/\/[^\s<>"'\u200e\u200f\u202a-\u202e\u2066-\u2069]+/giu;

/** What ends a sentence or closes a bracket is rarely the address's own. */
function withoutEnding(text: string): string {
  const trimmed = text.replace(/[.,;:!?…'"»”]+$/u, "");
  const isClosed = trimmed.endsWith(")") && !trimmed.includes("(");
  return isClosed ? withoutEnding(trimmed.slice(0, -1)) : trimmed;
}

/** A site's address, without a name or password in front that would make it look like another's. */
function isPlain({ username, password, hostname }: URL): boolean {
  return username === "" && password === "" && hostname.includes(".");
}

/** Finds web addresses in what somebody wrote. Only http and https. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const { 0: match, index } of text.matchAll(address)) {
    const shown = withoutEnding(match);
    const url = URL.canParse(shown) ? new URL(shown) : null;
    if (url === null || !isPlain(url)) continue;
    if (index > done) parts.push({ kind: "words", text: text.slice(done, index) });
    parts.push({ kind: "link", text: shown, href: url.href });
    done = index + shown.length;
  }
  if (done < text.length) parts.push({ kind: "words", text: text.slice(done) });
  return parts;
}
