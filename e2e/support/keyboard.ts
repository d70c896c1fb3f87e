import { expect, type Locator, type Page } from "@playwright/test";

const mostStops = 60;

/** Goes on with Tab until this has the focus; it must then be in view, and look different for it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < mostStops; stops += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expect(target).toBeInViewport({ ratio: 1 });
      await focusShows(page, target);
      return;
    }
  }
  throw new Error(`${target} is not reached with ${mostStops} presses of Tab`);
}

/** Compares pictures of it with and without the focus: a ring, a border, a colour, whatever it is. */
async function focusShows(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error(`${target} has no place on the page`);
  const clip = {
    x: Math.max(0, box.x - 6),
    y: Math.max(0, box.y - 6),
    width: box.width + 12,
    height: box.height + 12,
  };
  const look = () => page.screenshot({ clip, animations: "disabled" });
  const focused = await look();
  await expect(target).toBeFocused();
  await target.evaluate((element: HTMLElement) => element.blur());
  const plain = await look();
  await target.evaluate((element: HTMLElement) => element.focus());
  expect(focused.equals(plain), `the focus on ${target} shows`).toBe(false);
}
