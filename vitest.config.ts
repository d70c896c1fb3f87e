import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL("src", import.meta.url)) };

export default defineConfig({
  resolve: { alias },
  test: {
    reporters: ["default"],
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["tests/domain/**/*.test.ts", "tests/lib/**/*.test.ts"],
          // Pure code: the workers may share one world, which is what makes it a second.
          isolate: false,
          // Properties over whole years take their time where other work runs beside them.
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "features",
          include: ["tests/{features,adapters,architecture}/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/support/database-setup.ts"],
          // They mostly wait, for PostgreSQL and for answers that take their time (S6): three at once halve the whole.
          maxWorkers: 3,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
