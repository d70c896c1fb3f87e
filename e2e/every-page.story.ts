import type { BrowserContext, Page } from "@playwright/test";
import { type PageName, pageNames } from "../tests/support/outside-names";
import { cast } from "./support/cast";
import { demoLogin } from "./support/demo";
import { filled } from "./support/places";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test.describe.configure({ mode: "parallel" });

const players: Readonly<Record<PageName["role"], string | null>> = {
  visitor: null,
  patient: cast.looksAtPages,
  orthodontist: cast.orthodontist,
  staff: cast.staff,
  admin: cast.admin,
};

async function enter(context: BrowserContext, role: PageName["role"]): Promise<void> {
  const player = players[role];
  if (player !== null) await signIn(context, demoLogin(player).loginName);
}

const built: PageName[] = [
  ...pageNames.filter(({ standing }) => standing === "built"),
  { path: "/", role: "patient", standing: "built" },
];

for (const { path, role } of built) {
  test(`${path} stands for ${role}: at every width, by day and by night`, async ({
    page,
    context,
    checked,
  }) => {
    await enter(context, role);
    const address = await filled(path, cast.looksAtPages);
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(200);
    expect(new URL(page.url()).pathname).toBe(address);
    await checked(page, `${path} at 390`);
    await expect(page.locator("h1")).toHaveCount(1);
    await expect(page.locator("main")).toHaveCount(1);
    await page.emulateMedia({ colorScheme: "dark" });
    await checked(page, `${path} at 390 in the dark`);
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await widthBeyond(page), `${path} is wider than 320 px`).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await checked(page, `${path} at 1280`);
    await everyLinkLeadsSomewhere(page);
  });
}

/** What reaches beyond the window, when the page can be scrolled sideways. */
async function widthBeyond(page: Page): Promise<string[]> {
  await settled(page);
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= window.innerWidth) return [];
    const beyond = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > window.innerWidth + 0.5,
    );
    return [
      `${scrollWidth} px`,
      ...beyond.slice(0, 5).map((element) => element.outerHTML.slice(0, 160)),
    ];
  });
}

const tried = new Map<string, number>();

/** Follows every kind of link on the page once: none leads to what is not there, or not yet. */
async function everyLinkLeadsSomewhere(page: Page): Promise<void> {
  const links = await page
    .locator("a[href]")
    .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
  const here = new URL(page.url()).origin;
  for (const link of new Set(links)) {
    const { origin, pathname, search } = new URL(link);
    if (origin !== here) continue;
    // One of a kind: a list of patients leads to one page.
    const kind = `${pathname}${search}`.replace(
      /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
      "<id>",
    );
    if (!tried.has(kind)) {
      const answer = await page.request.get(pathname + search);
      tried.set(kind, answer.status());
    }
    expect(tried.get(kind), `${kind} is linked from ${page.url()}`).toBeLessThan(400);
  }
}

for (const { path, role } of pageNames.filter(({ standing }) => standing === "unbuilt")) {
  test(`${path} is not built yet: 404 for ${role}`, async ({ context }) => {
    await enter(context, role);
    const answer = await context.request.get(await filled(path, cast.looksAtPages));
    expect(answer.status()).toBe(404);
  });
}

const missing: readonly { path: string; role: PageName["role"] }[] = [
  { path: "/nowhere", role: "visitor" },
  { path: "/appointments/{nobody}/cancel", role: "patient" },
  { path: "/messages/{nobody}", role: "patient" },
  { path: "/doctor/patients/{nobody}", role: "orthodontist" },
  { path: "/desk/records/{nobody}", role: "staff" },
];

for (const { path, role } of missing) {
  test(`${path} is missing for ${role}, and says so on a page with a way back`, async ({
    page,
    context,
    checked,
  }) => {
    await enter(context, role);
    const answer = await page.goto(await filled(path, cast.looksAtPages));
    expect(answer?.status()).toBe(404);
    await checked(page, `${path}, missing`);
    await expect(page.locator("main")).toHaveCount(1);
    await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  });
}
