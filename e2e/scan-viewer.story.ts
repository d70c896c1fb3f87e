import { beginCase, goOn } from "./support/cases";
import { cast } from "./support/cast";
import { madePly, madeTextStl } from "./support/made-scan";
import { patientOf } from "./support/patients";
import { signIn } from "./support/session";
import { expect, test } from "./support/story";

test.use({ viewport: { width: 1280, height: 800 } });

test("R41: scans as text, in PLY and STL, are turned, measured by mouse and by keys, saved as a picture, seen large, and come back after the device took them away", async ({
  page,
  context,
  checked,
}) => {
  test.setTimeout(120_000);
  await signIn(context, cast.orthodontist);
  await beginCase(page, await patientOf(cast.looksAtScans), /Alder Aligner Laboratory/);
  await goOn(page).click();
  await page.getByLabel("Scan file, Upper arch").setInputFiles(madePly("upper.ply"));
  await expect(page.getByRole("button", { name: "Take away, Upper arch" })).toBeVisible();
  await page.getByLabel("Scan file, Lower arch").setInputFiles(madeTextStl("lower.stl"));
  await expect(page.getByRole("button", { name: "Take away, Lower arch" })).toBeVisible();
  await page.getByRole("button", { name: "Show in 3D" }).click();
  const facts = page.getByRole("region", { name: "About the scans" });
  await expect(facts.getByRole("listitem")).toHaveCount(2);
  await expect(facts).toContainText("2,880 triangles");
  await expect(facts).toContainText("1,440 triangles");

  await page.getByRole("button", { name: "Lower", exact: true }).click();
  await page.getByRole("button", { name: "Front", exact: true }).click();
  const view = page.getByRole("application", { name: "3D view of the scan" });
  const press = async (across: number, down: number) => {
    await view.scrollIntoViewIfNeeded();
    const box = await view.boundingBox();
    if (!box) throw new Error("the view has no place on the page");
    await page.mouse.click(box.x + box.width * across, box.y + box.height * down);
  };
  await page.getByRole("button", { name: "Measure" }).click();
  await press(0.02, 0.05);
  await expect(page.getByText("There is no surface at that place.")).toBeVisible();
  await press(0.5, 0.5);
  await expect(page.getByText("Now the second point.")).toBeVisible();
  await press(0.53, 0.5);
  const distances = page.getByRole("listitem").filter({ hasText: / mm$/ });
  await expect(distances).toHaveCount(1);
  await view.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(distances).toHaveCount(2);
  await checked(page, "distances on a scan");

  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save picture" }).click();
  expect((await saved).suggestedFilename()).toMatch(/^[A-Z]+-\d{4}-\d+\.png$/);

  await page.getByRole("button", { name: "Large view" }).click();
  const large = page.getByRole("dialog", { name: "3D view of the scan" });
  await expect(large).toBeVisible();
  await checked(page, "scans in the large view");
  for (let presses = 0; presses < 30; presses += 1) await page.keyboard.press("Tab");
  await expect(large.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(large).toHaveCount(0);

  const context3d = await view.evaluateHandle((canvas) => {
    const drawn = (canvas as HTMLCanvasElement).getContext("webgl2");
    return drawn?.getExtension("WEBGL_lose_context") ?? null;
  });
  await context3d.evaluate((device) => device?.loseContext());
  await expect(page.getByText(/^The 3D view is paused by this device/)).toBeVisible();
  await context3d.evaluate((device) => device?.restoreContext());
  await expect(page.getByText(/^The 3D view is paused by this device/)).toHaveCount(0);
});
