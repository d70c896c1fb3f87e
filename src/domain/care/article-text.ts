/** A run of words: plain, strong, or a link to a page of the portal. */
export interface Span {
  readonly text: string;
  readonly strong?: true;
  /** A path of the portal, never another address. */
  readonly href?: string;
}

export type Block =
  | { readonly kind: "heading" | "paragraph"; readonly spans: readonly Span[] }
  | {
      readonly kind: "list";
      readonly isNumbered: boolean;
      readonly items: readonly (readonly Span[])[];
    };

const bullet = /^[-*•]\s+/;
const numbered = /^\d{1,2}[.)]\s+/;
const heading = /^##\s+/;
const marked = /\*\*([^*\n]+)\*\*|\[([^\]\n]+)\]\((\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?)\)/g;

/**
 * Reads an article's text: paragraphs apart by an empty line, `## ` a heading, `- ` and `1. ` lists, `**strong**`,
 * `[words](/path)` a page of the portal. Whatever else looks like markup stays the words it is.
 */
export function articleBlocks(text: string): Block[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n/)
    .flatMap((part) => blocksOfPart(part.split("\n").filter((line) => line.trim() !== "")));
}

type LineKind = "heading" | "paragraph" | "list" | "numbered";

function blocksOfPart(lines: readonly string[]): Block[] {
  const groups: { kind: LineKind; lines: string[] }[] = [];
  for (const line of lines) {
    const kind = kindOf(line.trim());
    const last = groups.at(-1);
    if (last && last.kind === kind && kind !== "heading") last.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
  return groups.map(({ kind, lines: own }): Block => {
    if (kind === "list" || kind === "numbered") {
      const items = own.map((line) => spansOf(withoutMark(line, kind)));
      return { kind: "list", isNumbered: kind === "numbered", items };
    }
    return { kind, spans: spansOf(own.map((line) => withoutMark(line, kind)).join("\n")) };
  });
}

function kindOf(line: string): LineKind {
  if (heading.test(line)) return "heading";
  if (bullet.test(line)) return "list";
  return numbered.test(line) ? "numbered" : "paragraph";
}

function withoutMark(line: string, kind: LineKind): string {
  const marks = { heading, list: bullet, numbered, paragraph: /^/ };
  return line.trim().replace(marks[kind], "");
}

function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(marked)) {
    if (match.index > from) spans.push({ text: text.slice(from, match.index) });
    const [whole, strong, words, href] = match;
    if (strong !== undefined) spans.push({ text: strong, strong: true });
    else if (words !== undefined && href !== undefined) spans.push({ text: words, href });
    from = match.index + whole.length;
  }
  if (from < text.length) spans.push({ text: text.slice(from) });
  return spans;
}

/** How a text begins: its first paragraph, else what stands first, without marks and cut between words after `most`. */
export function openingOf(text: string, most: number): string {
  const blocks = articleBlocks(text).filter(({ kind }) => kind !== "heading");
  const first = blocks.find(({ kind }) => kind === "paragraph") ?? blocks[0];
  const spans = first?.kind === "list" ? first.items[0] : first?.spans;
  const words = (spans ?? [])
    .map((span) => span.text)
    .join("")
    .replace(/\s+/g, " ")
    .trim();
  if (words.length <= most) return words;
  const cut = words.slice(0, most + 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1)).replace(/[\s,;:.–-]+$/, "")}…`;
}
