import { expect, type Page } from "@playwright/test";

/** Waits until a page shows what it has to show: its title and heading stand, nothing loads, nothing moves. */
export async function settled(page: Page): Promise<void> {
  const look = () => page.evaluate(stillOpen).catch(() => ["it leads on to another page"]);
  let stillLooks = 0;
  const open = async () => {
    const found = await look();
    stillLooks = found.length === 0 ? stillLooks + 1 : 0;
    // Between two pages both may be half there: it must look still twice running.
    return stillLooks === 1 ? ["it was still only once"] : found;
  };
  await expect.poll(open, { message: "the page settles", intervals: [100, 250] }).toEqual([]);
}

/** Runs in the page. */
function stillOpen(): string[] {
  const shown = (element: Element) => element.checkVisibility();
  const headings = [...document.querySelectorAll("h1")].filter(shown);
  // What waits behind an open dialog waits for the dialog.
  const dialog = document.querySelector("dialog:modal");
  const loading = [...document.querySelectorAll("[aria-busy=true]")].filter(
    (region) => shown(region) && (dialog === null || dialog.contains(region)),
  );
  const moving = document
    .getAnimations()
    .filter(
      ({ playState, effect }) => playState === "running" && effect?.getTiming().iterations === 1,
    );
  return [
    ...(document.readyState === "complete" ? [] : ["the page loads"]),
    ...(document.title === "" ? ["it has no title"] : []),
    ...(headings.length === 1 ? [] : [`it has ${headings.length} first headings`]),
    ...loading.map((region) => `loading: ${region.textContent}`),
    ...(moving.length === 0 ? [] : [`${moving.length} things move`]),
  ];
}
