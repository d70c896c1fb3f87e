import { loadEnv } from "@/env";
import { seedDemo } from "./seed-demo";

// Run by `npm start` in demo mode, with the environment of a tool (scripts/run/settings.ts).
try {
  const env = loadEnv(process.env);
  if (env.mode !== "demo")
    throw new Error("Demo practices exist only in demo mode (ARCHWAY_MODE=demo).");
  if (!env.databaseOwnerUrl) throw new Error("DATABASE_OWNER_URL is not set.");
  const isFilled = await seedDemo({
    ownerUrl: env.databaseOwnerUrl,
    simulatorsUrl: process.env.SIMULATORS_DATABASE_URL,
    simulatorsPort: env.simulatorsPort,
    filesDir: env.filesDir,
    peppers: env.peppers,
    sealingKeys: env.sealingKeys,
  });
  if (!isFilled) console.log("There are practices already; nothing was filled in.");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
