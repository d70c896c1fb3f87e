import { onInstallation } from "../run/installation";
import { holdDatabase } from "./addresses";
import { migrate } from "./migrate";

// `npm run db:migrate`: applies what is missing, in the embedded or the configured database.
await onInstallation(async () => {
  const database = await holdDatabase();
  try {
    await migrate(database.addresses);
    console.log("The database is up to date.");
  } finally {
    await database.release();
  }
});
