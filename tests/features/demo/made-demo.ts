import { Temporal } from "temporal-polyfill";
import { demoFile } from "../../../prisma/seed/files/demo-files";
import type { PracticeMade } from "../../../prisma/seed/fill-practice";
import { makeDemo } from "../../../prisma/seed/make-demo";

export const now = Temporal.Instant.from("2026-11-18T10:05:00Z");
const file = demoFile(new Uint8Array([1, 2, 3]), "image/jpeg");
/** The demo as it is made at that instant, without a database. */
export const demo = makeDemo(now, {
  passwordHashes: { patient: "p", guardian: "g", orthodontist: "o", staff: "s", admin: "a" },
  sealingKeys: { current: { id: "k1", secret: new Uint8Array(32).fill(2) }, former: [] },
  simulatorsPort: 3900,
  files: {
    photos: [file],
    mouths: [0, 1, 2].map((step) => ({ view: "front" as const, withAligner: false, step, file })),
    upperScan: file,
    lowerScan: file,
  },
});

export function practice(shortName: string): PracticeMade {
  const made = demo.practices.find(({ making }) => making.words.shortName === shortName);
  if (!made) throw new Error(`no practice ${shortName}`);
  return made;
}
