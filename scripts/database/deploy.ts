import { holdDatabase } from "./addresses";
import { migrate } from "./migrate";

// `npm run db:migrate`: applies what is missing, in the embedded or the configured database.
const database = await holdDatabase();
try {
  await migrate(database.addresses);
  console.log("The database is up to date.");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await database.release();
}
