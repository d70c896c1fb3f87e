import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { onInstallation } from "../run/installation";
import { holdDatabase } from "./addresses";
import { root } from "./paths";
import { schemaDifference } from "./schema-difference";

/** `npm run db:migration -- NAME`: writes what leads from the migrations to the schema as SQL. */
async function createMigration(name: string): Promise<void> {
  const database = await holdDatabase();
  try {
    const script = await schemaDifference(database.addresses.owner);
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = join(root, "prisma/migrations", `${stamp}_${name}`);
    const file = join(folder, "migration.sql");
    mkdirSync(folder);
    writeFileSync(file, script);
    console.log(
      script === ""
        ? `The migrations already lead to the schema. Empty, for your own SQL: ${relative(root, file)}`
        : `Written: ${relative(root, file)}. Read and edit it, then run npm run db:migrate.`,
    );
  } finally {
    await database.release();
  }
}

await onInstallation(async () => {
  const name = process.argv[2]
    ?.trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
  if (!name) {
    throw new Error("Give the migration a name: npm run db:migration -- add-chair-notes");
  }
  await createMigration(name);
});
