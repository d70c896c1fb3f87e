import { describe, expect, it } from "vitest";
import { type DraftText, mergeDrafts } from "@/domain/messages/merge-drafts";

const text = (body: string, subject = ""): DraftText => ({ subject, body });

describe("R38: what was written in two tabs", () => {
  it.each([
    ["both began from nothing", "Mine", "Theirs", "", "Mine\nTheirs"],
    ["both went on with one line", "We leave", "We stay", "We", "We leave\nWe stay"],
    ["the other one added lines", "One more", "One\nTwo", "One", "One more\nTwo"],
    ["the other one is already here", "One\nTwo\nThree", "One\nTwo", "One", "One\nTwo\nThree"],
    ["the other one was sent", "Mine", "", "Mi", "Mine"],
    ["mine was just emptied", "", "One\nTwo", "One", "Two"],
    ["neither changed", "One", "One", "One", "One"],
  ])("%s", (_, mine, theirs, before, both) => {
    expect(mergeDrafts(text(mine), text(theirs), text(before)).body).toBe(both);
  });

  it("changing to and fro doubles nothing", () => {
    const first = mergeDrafts(text("A"), text("B"), text(""));
    const second = mergeDrafts(text("B, more"), first, text("B"));
    expect(second.body).toBe("B, more\nA");
    expect(mergeDrafts(text("A, more\nB"), second, first).body).toBe("A, more\nB\nB, more");
  });

  it("keeps a second subject as a line, and takes one where there is none", () => {
    expect(mergeDrafts(text("Mine", "Tray"), text("", "Elastics"), text(""))).toEqual(
      text("Mine\nElastics", "Tray"),
    );
    expect(mergeDrafts(text("Mine"), text("", "Elastics"), text(""))).toEqual(
      text("Mine", "Elastics"),
    );
    expect(mergeDrafts(text("Mine", "Tray"), text("Mine", "Elas"), text("", "Elas")).body).toBe(
      "Mine",
    );
  });
});
