import { expect, type Page } from "@playwright/test";

/**
 * Waits until a page shows what it has to show and listens: its title and heading stand, nothing loads, nothing moves, and
 * what can be pressed is React's.
 */
export async function settled(page: Page): Promise<void> {
  const look = () => page.evaluate(stillOpen).catch(() => ["it leads on to another page"]);
  await expect.poll(look, { message: "the page settles" }).toEqual([]);
}

/** Runs in the page: what is open now, or once it was painted again. Between two pages both may be half there. */
async function stillOpen(): Promise<string[]> {
  const before = seen();
  if (before.length > 0) return before;
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  return seen();

  function seen(): string[] {
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
    const isReacts = (node: object, key: string) =>
      Object.keys(node).some((name) => name.startsWith(key));
    const deaf = [...document.querySelectorAll("main button, main summary, main textarea")].filter(
      (control) => shown(control) && !isReacts(control, "__reactFiber$"),
    );
    const isWaiting =
      document.querySelector('script[src^="/_next/"]') !== null &&
      (deaf.length > 0 || !isReacts(document, "__reactContainer$"));
    return [
      ...(isWaiting ? [`${deaf.length} things do not listen yet`] : []),
      ...(document.readyState === "complete" ? [] : ["the page loads"]),
      ...(document.title === "" ? ["it has no title"] : []),
      ...(headings.length === 1 ? [] : [`it has ${headings.length} first headings`]),
      ...loading.map((region) => `loading: ${region.textContent}`),
      ...(moving.length === 0 ? [] : [`${moving.length} things move`]),
    ];
  }
}
