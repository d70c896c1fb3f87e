import { createRequire } from "node:module";
import { join } from "node:path";
import { runStep } from "../run/step";
import { onOwnDemo } from "./own-demo";
import { playwrightTally, type Tally } from "./tally";

const require = createRequire(import.meta.url);

/**
 * The browser stories against the production build, on a demo of their own. `more` goes to Playwright (a file,
 * --headed, -g).
 */
export async function runBrowserStories(more: string[] = []): Promise<Tally> {
  return onOwnDemo("stories", async ({ folder, settings, tools }) => {
    const report = join(folder, "stories.json");
    const { code } = await runStep(
      process.execPath,
      [
        require.resolve("@playwright/test/cli"),
        "test",
        "--config",
        "e2e/playwright.config.ts",
        "--reporter=list,json",
        ...more,
      ],
      {
        env: {
          ...tools,
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
          SIMULATORS_URL: `http://127.0.0.1:${settings.simulatorsPort}`,
        },
        onLine: (line) => console.log(line),
      },
    );
    return playwrightTally(report, code);
  });
}
