import type { Step } from "./shot";

export function press(name: string | RegExp): Step {
  return (shown) => shown.getByRole("main").getByRole("button", { name }).first().click();
}

export function follow(name: string | RegExp): Step {
  return (shown) => shown.getByRole("main").getByRole("link", { name }).first().click();
}

export function fill(label: string | RegExp, words: string): Step {
  return (shown) => shown.getByLabel(label, { exact: true }).fill(words);
}

/** For what has no words of its own to find it by. */
export function click(selector: string): Step {
  return (shown) => shown.locator(selector).first().click();
}

export function headed(name: string | RegExp): Step {
  return (shown) => shown.getByRole("heading", { name }).first().waitFor();
}

export function at(address: RegExp): Step {
  return (shown) => shown.waitForURL(address);
}

export const refused: Step = (shown) => shown.locator("main [role=alert]").first().waitFor();

export const unfolded: Step = async (shown) => {
  for (const fold of await shown.locator("main summary").all()) await fold.click();
};

/** As somebody who drags a file over the page and has not let go of it. */
export const holdFilesOver: Step = (shown) =>
  shown.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["x"], "tray.jpg", { type: "image/jpeg" }));
    document.body.dispatchEvent(new DragEvent("dragenter", { bubbles: true, dataTransfer }));
  });
