import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { consoleFacts, errorFacts, masked } from "@/server/log";
import { openWorld } from "../../support/world";

const { db } = await openWorld();

describe("S20: what a log says", () => {
  it("of an error that quotes a row, it says where and which, and nothing of the row", async () => {
    const id = "xanthippe@mail.example.com";
    const error = await db.prisma.person.findFirst({ where: { id } }).catch((thrown) => thrown);
    // What a console would say of it.
    expect(inspect(error, { depth: 9 })).toContain(id);
    for (const facts of [errorFacts(error), consoleFacts(["\u2a2f", error])]) {
      expect(JSON.stringify(facts)).not.toContain("xanthippe");
      expect(facts).toMatchObject({ at: expect.any(Array) });
    }
  });

  it("of the console, a person's reference, and no number or address", () => {
    const error = Object.assign(new Error("patient +46701740605"), { digest: "123456" });
    expect(consoleFacts([error])).toMatchObject({ error: "Error", digest: "123456" });
    const said = JSON.stringify(consoleFacts(["to robin@mail.example.com", "+46 70 174 06 05\n"]));
    expect(said).not.toMatch(/robin@|174 06/);
  });

  it.each(["\n", "\r\n", "\u001b[2J", "\u0000", "\u007f"])(
    "one line, whatever is in it (%j)",
    (sign) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be left
      expect(masked(`a${sign}b`)).not.toMatch(/[\u0000-\u001f\u007f]/);
    },
  );
});
