import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const folder = "prisma/schema";

/** The models of a schema of the database, as the Prisma client calls them. */
function modelsIn(schema: string): string[] {
  const text = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  return [...text.join("\n").matchAll(/^model (\w)(\w+) \{(.*?)^\}/gms)]
    .filter(([, , , body]) => body?.includes(`@@schema("${schema}")`))
    .map(([, first, rest]) => `${first?.toLowerCase()}${rest}`);
}

it("S12: every model of the identity schema is out of reach of a practice's transaction", () => {
  const source = readFileSync("src/db/client.ts", "utf8");
  const union = /export type IdentityModel =(.*?);/s.exec(source)?.[1] ?? "";
  const named = [...union.matchAll(/"(\w+)"/g)].map((match) => match[1]);
  expect(named.length).toBeGreaterThan(10);
  expect(named.sort()).toEqual(modelsIn("identity").sort());
});
