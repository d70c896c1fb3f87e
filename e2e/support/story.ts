import AxeBuilder from "@axe-core/playwright";
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { settled } from "./settled";

interface Watched {
  /** Looks at the page with axe: nothing may be found (WCAG 2.2 AA). */
  readonly checked: (page: Page, where: string) => Promise<void>;
  /** Another person's browser, watched as the first one is and closed with the story. */
  readonly anotherBrowser: (options?: BrowserContextOptions) => Promise<Page>;
  /** What went wrong on any page of the story; must be empty at its end. */
  readonly wrongs: string[];
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The browser itself logs what was refused or had no network; the story looks at the page's own words. */
const browserOwn = /Failed to load resource|net::ERR_INTERNET_DISCONNECTED/;

function watch(context: BrowserContext, wrongs: string[]): void {
  context.on("console", (message) => {
    if (message.type() === "error" && !browserOwn.test(message.text())) wrongs.push(message.text());
  });
  context.on("weberror", (failure) => wrongs.push(String(failure.error())));
  context.on("response", (answer) => {
    if (answer.status() >= 500) wrongs.push(`${answer.url()} answered ${answer.status()}`);
  });
}

/** Every page of a story is watched: a console error, a CSP violation or an answer of 5xx fails it. */
export const test = base.extend<Watched>({
  wrongs: [
    async ({ context }, use) => {
      const wrongs: string[] = [];
      watch(context, wrongs);
      await use(wrongs);
      expect(wrongs, "console errors, CSP violations and server errors").toEqual([]);
    },
    { auto: true },
  ],
  anotherBrowser: async ({ browser, wrongs }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      watch(context, wrongs);
      opened.push(context);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the first parameter's pattern
  checked: async ({}, use) => {
    await use(async (page, where) => {
      await settled(page);
      // As tall as the page, so that nothing lies half under the bar at the bottom.
      const before = page.viewportSize() ?? { width: 390, height: 844 };
      const height = await page.evaluate(() => document.documentElement.scrollHeight + 120);
      await page.setViewportSize({ width: before.width, height: Math.max(before.height, height) });
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      await page.setViewportSize(before);
      const found = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ""}`).join(" | ")}`,
      );
      expect(found, `axe on ${where}`).toEqual([]);
    });
  },
});

export { expect };
