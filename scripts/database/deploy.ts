import { useDatabase } from "./addresses.ts";
import { migrate } from "./migrate.ts";

// `npm run db:migrate`: applies what is missing, in the embedded or the configured database.
const database = await useDatabase();
try {
  await migrate(database.addresses);
  console.log("The database is up to date.");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await database.release();
}
