import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { chromiumArgs, chromiumPath } from "../../e2e/support/chromium";
import type { Shot } from "./shot";
import { shots } from "./shots";
import type { Viewers } from "./viewers";

const widths = [390, 1280] as const;
const schemes = ["light", "dark"] as const;

/** Takes every picture, and an `index.html` that shows them side by side. Answers what could not be taken. */
export async function takePictures(
  portal: string,
  viewers: Viewers,
  folder: string,
): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: chromiumArgs,
  });
  const missing: string[] = [];
  try {
    for (const width of widths)
      for (const colorScheme of schemes) {
        console.log(`Pictures at ${width} px, ${colorScheme} ...`);
        for (const shot of shots) {
          const context = await contextFor(browser, portal, viewers, shot, { width, colorScheme });
          const file = `${shot.name}-${width}-${colorScheme}.png`;
          const wrong = await take(context, portal, viewers, shot, join(folder, file));
          if (wrong) missing.push(`${shot.name} at ${width} px: ${wrong}`);
          await context.close();
        }
      }
  } finally {
    await browser.close();
  }
  writeFileSync(join(folder, "index.html"), indexPage());
  return [...new Set(missing)];
}

interface Look {
  readonly width: number;
  readonly colorScheme: "light" | "dark";
}

async function contextFor(
  browser: Browser,
  portal: string,
  { tokens }: Viewers,
  { viewer }: Shot,
  { width, colorScheme }: Look,
): Promise<BrowserContext> {
  const height = width < 500 ? 844 : 800;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: "reduce",
  });
  const token = tokens.get(viewer);
  if (token) await context.addCookies([{ name: "archway-session", value: token, url: portal }]);
  return context;
}

async function take(
  context: BrowserContext,
  portal: string,
  { places }: Viewers,
  { path, steps }: Shot,
  file: string,
): Promise<string | undefined> {
  const filled = path.replace(/\{(\w+)\}/g, (whole, name: string) => places.get(name) ?? whole);
  if (filled.includes("{")) return `the demo has nothing for ${path}`;
  const page = await context.newPage();
  try {
    const answer = await page.goto(`${portal}${filled}`, { waitUntil: "load" });
    await arrived(page);
    for (const step of steps) await step(page);
    await arrived(page);
    await unroll(page);
    await page.screenshot({ path: file });
    const status = answer?.status() ?? 0;
    return status >= 500 ? `status ${status}` : undefined;
  } catch (error) {
    return error instanceof Error ? error.message.split("\n")[0] : "unknown";
  }
}

/** Nothing is still on its way: no skeleton, no missing letter, and nothing under the pointer. */
async function arrived(page: Page): Promise<void> {
  await page.locator("[role=status][aria-busy=true]").first().waitFor({ state: "detached" });
  await page.evaluate(() => document.fonts.ready);
  await page.mouse.move(0, 0);
}

const TALLEST_PX = 6_000;

/** The window becomes as tall as the page, so that bars at the edges stay there. */
async function unroll(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(height, TALLEST_PX) });
}

function indexPage(): string {
  const figures = shots.map(({ name, viewer, path }) => {
    const pictures = widths.flatMap((width) =>
      schemes.map((scheme) => {
        const file = `${name}-${width}-${scheme}.png`;
        return `<a href="${file}"><img src="${file}" alt="${name}, ${width} px, ${scheme}" height="360"></a>`;
      }),
    );
    return `<section><h2>${name} <small>${viewer}, ${path}</small></h2>${pictures.join("")}</section>`;
  });
  const style =
    "body{font:16px system-ui;margin:2rem}img{border:1px solid #ccc;margin:.25rem;vertical-align:top}small{color:#666}";
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>${style}</style><h1>Gallery</h1>${figures.join("")}</html>`;
}
