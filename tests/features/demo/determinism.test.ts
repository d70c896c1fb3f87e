import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { demoFile } from "../../../prisma/seed/files/demo-files";
import { makeDemo } from "../../../prisma/seed/make-demo";
import { tableNames } from "../../../prisma/seed/tables";

const file = demoFile(new Uint8Array([1, 2, 3]), "image/jpeg");
const given = {
  passwordHashes: { patient: "p", guardian: "g", orthodontist: "o", staff: "s", admin: "a" },
  sealingKeys: { current: { id: "k1", secret: new Uint8Array(32).fill(2) }, former: [] },
  simulatorsPort: 3900,
  files: {
    photos: [file],
    mouths: [0, 1, 2].map((step) => ({ view: "front" as const, withAligner: false, step, file })),
    upperScan: file,
    lowerScan: file,
  },
};

function told(now: string): string[] {
  const { practices } = makeDemo(Temporal.Instant.from(now), given);
  return practices.flatMap(({ making }) =>
    tableNames.flatMap((table) =>
      making.rows.of(table).map((row) =>
        // Sealed under a fresh nonce each time.
        JSON.stringify([table, row], (field, value: unknown) =>
          field.startsWith("sealed") ? undefined : typeof value === "bigint" ? `${value}` : value,
        ),
      ),
    ),
  );
}

test("the same moment gives the same demo", () => {
  const moment = "2026-11-22T10:00:00Z";
  expect(told(moment)).toEqual(told(moment));
});

test("another day gives the same people at another date", () => {
  const names = (now: string) =>
    makeDemo(Temporal.Instant.from(now), given).practices.flatMap(({ patients }) =>
      patients.map(({ login }) => login.loginName),
    );
  expect(names("2027-03-28T01:30:00Z")).toEqual(names("2026-11-22T10:00:00Z"));
});

// The nights and days on which clocks change, a leap day, a new year, a weekend, the small hours.
test.each([
  "2026-10-25T00:30:00Z",
  "2027-03-14T06:59:59Z",
  "2028-02-29T23:59:00Z",
  "2026-12-31T23:30:00Z",
  "2026-11-01T05:30:00Z",
  "2026-07-04T12:00:00Z",
])("nothing lies in the future that should not, seeded at %s", (now) => {
  const { practices } = makeDemo(Temporal.Instant.from(now), given);
  const nowMs = Temporal.Instant.from(now).epochMilliseconds;
  const past = new Set([
    "createdAt",
    "registeredAt",
    "sentAt",
    "recordedAt",
    "settledAt",
    "usedAt",
    "at",
  ]);
  for (const { making } of practices) {
    for (const table of tableNames) {
      for (const row of making.rows.of(table)) {
        for (const [field, value] of Object.entries(row)) {
          if (!past.has(field) || !(value instanceof Date)) continue;
          expect(value.getTime(), `${table}.${field}`).toBeLessThanOrEqual(nowMs);
        }
      }
    }
  }
});
