import { describe, expect, it } from "vitest";
import { droppedFiles, pastedFiles } from "@/features/uploads/components/dropped-files";

const file = (name: string, type = "image/png") => new File(["x"], name, { type });
const at = new Date(2026, 10, 23, 14, 5).getTime();
const clipboard = (files: readonly File[], text = "") => ({
  files,
  getData: (type: string) => (type === "text/plain" ? text : ""),
});
const names = (files: readonly File[]) => files.map(({ name }) => name);

describe("R37: pasted screenshots", () => {
  it("get a name of their own, with the minute", () => {
    const pasted = pastedFiles(clipboard([file("image.png")]), "Screenshot", at);
    expect(names(pasted)).toEqual(["Screenshot 2026-11-23 14.05.png"]);
    expect(pasted[0]?.type).toBe("image/png");
  });

  it("copied files keep theirs", () => {
    const pasted = pastedFiles(clipboard([file("my tray.jpg"), file("image.backup.png")]), "S", at);
    expect(names(pasted)).toEqual(["my tray.jpg", "image.backup.png"]);
  });

  it("words are pasted as words, with a picture of them beside or not", () => {
    expect(pastedFiles(clipboard([file("image.png")], "Day 14"), "S", at)).toEqual([]);
    expect(pastedFiles(clipboard([], "Day 14"), "S", at)).toEqual([]);
  });
});

describe("R37: dropped files", () => {
  it("leave out folders", () => {
    const files = [file("tray.jpg"), file("Holiday", "")];
    const entry = (name: string, isDirectory: boolean) => ({
      webkitGetAsEntry: () => ({ name, isDirectory }),
    });
    const items = [entry("tray.jpg", false), entry("Holiday", true)];
    const dropped = droppedFiles({ files, items });
    expect(names(dropped)).toEqual(["tray.jpg"]);
  });
});
