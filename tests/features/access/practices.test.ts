import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextPath } from "@/features/access/next-path";
import { practiceAccent } from "@/features/practices/accent";
import { currentPractice } from "@/features/practices/current-practice";
import { makePractice, openWorld } from "../../support/world";

const world = await openWorld();

describe("R12: the practice before login", () => {
  it("is the one asked for, else the last used, else the oldest; a closed one never", async () => {
    const services = await world.services();
    expect(await currentPractice(services, {})).toBeNull();
    const shortName = async (id: string) =>
      (await world.db.prisma.practice.findUniqueOrThrow({ where: { id } })).shortName;
    const first = await shortName((await makePractice(world)).id);
    await world.advance("PT1M");
    const second = await shortName((await makePractice(world)).id);
    const found = async (asked?: string, lastUsed?: string) =>
      (await currentPractice(services, { asked, lastUsed }))?.shortName;
    expect(await found()).toBe(first);
    expect(await found(undefined, second)).toBe(second);
    expect(await found(first, second)).toBe(first);
    expect(await found("no-such-practice", second)).toBe(second);
    await world.db.prisma.practice.update({
      where: { shortName: second },
      data: { closedAt: new Date(0) },
    });
    expect(await found(second)).toBe(first);
  });
});

describe("S13: where a login leads on to", () => {
  it.each([
    ["/treatment", "/treatment"],
    ["/appointments/new?type=1&patient=2", "/appointments/new?type=1&patient=2"],
    ["https://evil.example", null],
    ["//evil.example", null],
    ["/\\evil.example", null],
    ["/a\\..\\b", null],
    ["/\tevil", null],
    ["/x\n//evil.example", null],
    ["/api/auth/signout", null],
    ["/login?next=/login", null],
    ["javascript:alert(1)", null],
    ["", null],
    [["/a", "/b"], null],
    [undefined, null],
  ])("%j → %j", (asked, expected) => {
    expect(nextPath(asked)).toBe(expected);
  });
});

describe("a practice's colour", () => {
  it("can be read in both themes, whatever was chosen", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const chosen = `#${number.toString(16).padStart(6, "0")}`;
        const accent = practiceAccent(chosen);
        if (!accent) throw new Error(`${chosen} gave no colours`);
        for (const ground of ["#ffffff", "#f3f0ea", accent.light.accentSoft])
          expect(contrast(accent.light.accent, ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(accent.light.onAccent, accent.light.accent)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(accent.dark.accent, "#172027")).toBeGreaterThanOrEqual(5.9);
        expect(contrast(accent.dark.accent, accent.dark.accentSoft)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(accent.dark.onAccent, accent.dark.accent)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it("stays the product's own without one", () => {
    expect(practiceAccent(null)).toBeNull();
    expect(practiceAccent("red")).toBeNull();
  });
});

/** WCAG 2.2, written down a second time on purpose. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, bl = 0] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}
