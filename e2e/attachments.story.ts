import type { Page } from "@playwright/test";
import sharp from "sharp";
import { cast } from "./support/cast";
import { signIn } from "./support/session";
import { expect, test } from "./support/story";

const photoOf = (background: string) =>
  sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer();
const heic = Buffer.from("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "latin1");

const smallPdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

const attach = (page: Page, ...files: { name: string; buffer: Buffer }[]) =>
  page
    .locator('input[type="file"]')
    .first()
    .setInputFiles(files.map((file) => ({ ...file, mimeType: "image/jpeg" })));

interface Carried {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

/** As the mouse or the clipboard brings files to a page. */
async function bring(page: Page, how: "drop" | "paste", files: readonly Carried[]): Promise<void> {
  await page.evaluate(
    ([way, carried]) => {
      const dataTransfer = new DataTransfer();
      for (const { name, type, base64 } of carried) {
        const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
        dataTransfer.items.add(new File([bytes], name, { type }));
      }
      const at = document.querySelector("textarea");
      const init = { bubbles: true, cancelable: true };
      if (way === "paste")
        at?.dispatchEvent(new ClipboardEvent("paste", { ...init, clipboardData: dataTransfer }));
      else
        for (const name of ["dragenter", "dragover", "drop"])
          at?.dispatchEvent(new DragEvent(name, { ...init, dataTransfer }));
    },
    [how, files] as const,
  );
}

test("R38, S15: a photo in HEIC is refused with words; photos open large and are looked through by keys", async ({
  page,
  context,
  checked,
}) => {
  await signIn(context, cast.attaches);
  await page.goto("/messages/new");
  const words = "The edge before and after filing.";
  await page.getByLabel("What is it about").fill("Before and after");
  await page.getByLabel("Your message").fill(words);
  await attach(page, { name: "IMG_0042.jpg", buffer: heic });
  await expect(page.getByText(/This photo is in HEIC.*Most Compatible.*as JPEG/)).toBeVisible();
  await expect(page.getByLabel("Your message")).toHaveValue(words);
  await checked(page, "/messages/new with a photo in HEIC");
  await page.getByRole("button", { name: "Remove IMG_0042.jpg" }).click();

  await attach(
    page,
    { name: "before.jpg", buffer: await photoOf("#d8e8e4") },
    { name: "after.jpg", buffer: await photoOf("#e8d8d4") },
  );
  await expect(page.locator("img[src*='size=preview']")).toHaveCount(2);
  await page.getByRole("button", { name: "Send message" }).click();
  await page.waitForURL(/\/messages\/[0-9a-f-]{36}/);

  const small = page.getByRole("button", { name: "Open photo before.jpg" });
  await small.focus();
  await page.keyboard.press("Enter");
  const large = page.getByRole("dialog", { name: "before.jpg" });
  await expect(large.getByText("1 of 2")).toBeVisible();
  await expect(large.getByRole("link", { name: "Save" })).toHaveAttribute("download", "before.jpg");
  await checked(page, "/messages/<id> with a photo opened large");
  await page.keyboard.press("+");
  await expect(large.getByText("150%")).toBeVisible();
  await page.keyboard.press("-");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("dialog", { name: "after.jpg" })).toContainText("2 of 2");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(small).toBeFocused();

  const pdf = { name: "plan.pdf", type: "application/pdf", base64: btoa(smallPdf) };
  const shot = (await photoOf("#d4d8e8")).toString("base64");
  await bring(page, "drop", [pdf, { name: "notes.txt", type: "text/plain", base64: btoa("x") }]);
  await bring(page, "paste", [{ name: "image.jpeg", type: "image/jpeg", base64: shot }]);
  await expect(page.getByText("plan.pdf")).toBeVisible();
  await expect(page.getByText(/^Screenshot \d{4}-\d\d-\d\d \d\d\.\d\d\.jpeg$/)).toBeVisible();
  await page.getByRole("button", { name: "Remove notes.txt" }).click();
  await expect(page.getByText("Ready to send")).toHaveCount(2);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const saved = page.getByRole("log").getByRole("link", { name: "Save plan.pdf" });
  await expect(saved).toHaveAttribute("download", "plan.pdf");
  await expect(
    page.getByRole("log").getByRole("button", { name: /Open photo Screenshot/ }),
  ).toBeVisible();
});
