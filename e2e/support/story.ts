import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

interface Watched {
  /** Looks at the page with axe: nothing may be found (WCAG 2.2 AA). */
  readonly checked: (page: Page, where: string) => Promise<void>;
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Every page of a story is watched: a console error or a CSP violation fails it. */
export const test = base.extend<Watched & { watch: undefined }>({
  watch: [
    async ({ context }, use) => {
      const wrong: string[] = [];
      const watch = (page: Page) => {
        page.on("console", (message) => {
          // A refused request is logged by the browser itself; the story looks at the page's own words.
          if (message.type() === "error" && !/Failed to load resource/.test(message.text()))
            wrong.push(message.text());
        });
        page.on("pageerror", (error) => wrong.push(String(error)));
      };
      for (const page of context.pages()) watch(page);
      context.on("page", watch);
      await use(undefined);
      expect(wrong, "console errors and CSP violations").toEqual([]);
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the first parameter's pattern
  checked: async ({}, use) => {
    await use(async (page, where) => {
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`,
      );
      expect(found, `axe on ${where}`).toEqual([]);
    });
  },
});

export { expect };
