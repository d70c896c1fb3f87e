import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// Every Prisma command runs on the engine bridge; nothing is downloaded and nobody is called.
process.env.PRISMA_SCHEMA_ENGINE_BINARY = fileURLToPath(
  new URL("scripts/engine-bridge/schema-engine.mjs", import.meta.url),
);
process.env.CHECKPOINT_DISABLE = "1";
process.env.PRISMA_HIDE_UPDATE_MESSAGE = "1";

// `prisma generate` needs no database, the other commands get the owner's address from scripts/.
const url = process.env.DATABASE_OWNER_URL;
const shadowDatabaseUrl = process.env.SHADOW_DATABASE_URL;

export default defineConfig({
  schema: process.env.PRISMA_SCHEMA_FOLDER ?? "prisma/schema",
  migrations: { path: process.env.PRISMA_MIGRATIONS_FOLDER ?? "prisma/migrations" },
  ...(url ? { datasource: { url, ...(shadowDatabaseUrl ? { shadowDatabaseUrl } : {}) } } : {}),
});
