import { describe, expect, it } from "vitest";
import { snippetOf } from "@/domain/messages/snippet";

const said = (text: string, beginnings: string[]) =>
  snippetOf(text, beginnings)
    .map(({ text: piece, isMatch }) => (isMatch ? `[${piece}]` : piece))
    .join("");

describe("a piece of a text around what was searched for", () => {
  it("is the whole of a short text, with every word that fits", () => {
    expect(said("Las encías y la encía", ["enci"])).toBe("Las [encías] y la [encía]");
  });

  it("begins shortly before the first word found, with whole words, and says that it is a piece", () => {
    const text = `${"before ".repeat(40)}zebra ${"after ".repeat(60)}`;
    const piece = said(text, ["zebra"]);
    expect(piece).toMatch(/^…before (before )+\[zebra\] after (after )*after…$/);
    expect(piece.length).toBeLessThan(200);
  });

  it("is the beginning where nothing fits", () => {
    expect(said(`${"one ".repeat(100)}`, ["two"])).toMatch(/^one one .*one…$/);
    expect(said("one", [])).toBe("one");
    expect(snippetOf("", ["a"])).toEqual([]);
  });

  it("marks Arabic words with their signs and in other spellings", () => {
    expect(said("المُقَوِّم مكسور", ["المقوم"])).toBe("[المُقَوِّم] مكسور");
    expect(said("مشكلة", ["مشكله"])).toBe("[مشكلة]");
  });

  it("cuts no character in two", () => {
    for (const text of [`a${"😀".repeat(200)}`, "😀".repeat(200), `zebra${"😀".repeat(200)}`])
      for (const { text: piece } of snippetOf(text, ["zebra"]))
        expect(piece.isWellFormed()).toBe(true);
  });
});
