import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleBlocks, type Block, openingOf } from "@/domain/care/article-text";

const words = (block: Block | undefined): string =>
  (block?.kind === "list" ? block.items.flat() : (block?.spans ?? []))
    .map(({ text }) => text)
    .join("");

describe("R26: an article's text", () => {
  it("has paragraphs, headings and both kinds of list, also without empty lines between them", () => {
    const blocks = articleBlocks(
      "One.\r\nStill one.\r\n\r\n## In\n1. First\n2) Second\n- a\n* b\n\nEnd",
    );
    expect(
      blocks.map((block) =>
        block.kind === "list" ? [block.isNumbered, block.items.length] : block.kind,
      ),
    ).toEqual(["paragraph", "heading", [true, 2], [false, 2], "paragraph"]);
    expect(words(blocks[0])).toBe("One.\nStill one.");
    expect(words(blocks[2])).toBe("FirstSecond");
  });

  it("makes words strong and leads to pages of the portal", () => {
    expect(
      articleBlocks("Use **cool** water, see [Home](/) or [visits](/appointments/new)."),
    ).toEqual([
      {
        kind: "paragraph",
        spans: [
          { text: "Use " },
          { text: "cool", strong: true },
          { text: " water, see " },
          { text: "Home", href: "/" },
          { text: " or " },
          { text: "visits", href: "/appointments/new" },
          { text: "." },
        ],
      },
    ]);
  });

  it.each([
    "[a](https://example.com)",
    "[a](//example.com)",
    "[a](javascript:alert(1))",
    "[a](/\\example.com)",
    "[a](/care/../api)",
    '<a href="https://example.com">a</a>',
    "<script>alert(1)</script>",
  ])("leads nowhere else: %s stays words", (text) => {
    expect(articleBlocks(text)).toEqual([{ kind: "paragraph", spans: [{ text }] }]);
  });

  it("loses no letter of a word or of an address, and never fails, whatever is written", () => {
    const piece = fc.constantFrom(
      "- ",
      "1. ",
      "## ",
      "**",
      "[",
      "](/",
      ")",
      "\n",
      "\n\n",
      "a",
      "bc ",
      "<b>",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const letters = (of: string) => of.replace(/[^abc]/g, "");
        const kept = articleBlocks(text)
          .flatMap((block) => (block.kind === "list" ? block.items.flat() : block.spans))
          .map((span) => span.text + (span.href ?? ""));
        expect(letters(kept.join(""))).toBe(letters(text));
      }),
    );
  });

  it("begins with its first paragraph, cut between words", () => {
    expect(openingOf("## No\n\nClean **gently**, and often.", 100)).toBe(
      "Clean gently, and often.",
    );
    expect(openingOf("Clean gently, and often.", 15)).toBe("Clean gently…");
    expect(openingOf("## No\n- only **a list**\n- more", 15)).toBe("only a list");
    expect(openingOf("## No", 15)).toBe("");
  });
});
