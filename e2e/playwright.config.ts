import { defineConfig } from "@playwright/test";
import { chromiumArgs, chromiumPath } from "./support/chromium";

// Started by `npm run e2e` and `npm test`, which have the production build and the simulators running already.
export default defineConfig({
  testDir: ".",
  testMatch: "*.story.ts",
  outputDir: "../.test/stories",
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  use: {
    baseURL: process.env.APP_URL ?? "http://localhost:3000",
    viewport: { width: 390, height: 844 },
    locale: "en-GB",
    // Its requests pass by what a story puts in their way; the story of the worker allows it.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: await chromiumPath(),
      args: chromiumArgs,
    },
  },
});
