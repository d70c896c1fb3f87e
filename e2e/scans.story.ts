import type { Page, Route } from "@playwright/test";
import { beginCase, goOn } from "./support/cases";
import { cast } from "./support/cast";
import { madeScan } from "./support/made-scan";
import { patientOf } from "./support/patients";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test.use({ viewport: { width: 1280, height: 800 } });

/** Three pieces: 20 MB. */
const TRIANGLES = 400_000;
const progress = (page: Page) => page.getByRole("progressbar");

/** Lets the first piece of a scan pass and holds the second until it is let go, on its way or not. */
async function holdSecondPiece(page: Page) {
  let arrived = (_: Route) => {};
  const second = new Promise<Route>((resolve) => {
    arrived = resolve;
  });
  await page.route(/\/pieces\?from=8000000$/, (route) => arrived(route), { times: 1 });
  return { arrives: second };
}

test("S15, R41: a scan goes on after a lost connection and after a reload, while other steps are walked, and no case goes without it", async ({
  page,
  context,
  checked,
  wrongs,
}) => {
  test.setTimeout(180_000);
  await signIn(context, cast.orthodontist);
  await beginCase(page, await patientOf(cast.sendsScans), /Alder Aligner Laboratory/);
  await goOn(page).click();

  const lost = await holdSecondPiece(page);
  await page.getByLabel("Scan file, Upper arch").setInputFiles(madeScan("upper.stl", TRIANGLES));
  const onItsWay = await lost.arrives;
  await context.setOffline(true);
  await onItsWay.abort();
  await expect(
    page.getByText("There is no connection. The upload goes on by itself."),
  ).toBeVisible();
  await checked(page, "a scan that waits for the connection");
  await context.setOffline(false);
  await expect(page.getByRole("button", { name: "Take away, Upper arch" })).toBeVisible();

  const left = await holdSecondPiece(page);
  await page.getByLabel("Scan file, Lower arch").setInputFiles(madeScan("lower.stl", TRIANGLES));
  await left.arrives;
  await expect(progress(page)).toHaveAttribute("aria-valuenow", /^[34]\d$/);
  await page.getByRole("button", { name: "Review", exact: true }).click();
  await expect(
    page.getByText("A scan is still on its way. Wait for it, or stop it."),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: /^Submit to Alder/ })).toBeDisabled();

  await page.goto(`${new URL(page.url()).pathname}?step=records`);
  await settled(page);
  await expect(page.getByText(/^lower\.stl was begun: 8 of 20 MB are here\./)).toBeVisible();
  await checked(page, "a scan that was begun before");
  const pieces: string[] = [];
  page.on("request", (request) => {
    const from = /\/pieces\?from=(\d+)$/.exec(request.url())?.[1];
    if (from !== undefined) pieces.push(from);
  });
  await page.getByLabel("Scan file, Lower arch").setInputFiles(madeScan("lower.stl", TRIANGLES));
  await expect(page.getByRole("button", { name: "Take away, Lower arch" })).toBeVisible();
  expect(pieces).toEqual(["8000000", "16000000"]);

  await page.getByRole("button", { name: "Review", exact: true }).click();
  await expect(page.getByText("Say what the treatment is for.")).toBeVisible();
  await expect(page.getByText("A scan is still on its way. Wait for it, or stop it.")).toHaveCount(
    0,
  );

  await page.getByRole("button", { name: "Records", exact: true }).click();
  await page.getByRole("button", { name: "Show in 3D" }).click();
  await expect(page.getByRole("region", { name: "About the scans" })).toContainText("400,000");
  await page.getByRole("application").focus();
  await page.keyboard.press("ArrowLeft");
  await checked(page, "scans in 3D");

  const plain = await context.newPage();
  await plain.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await plain.goto(page.url());
  await settled(plain);
  await plain.getByRole("button", { name: "Show in 3D" }).click();
  await expect(plain.getByText(/This browser cannot draw in 3D/)).toBeVisible();
  await plain.close();
  // The library says so in the console too.
  expect(wrongs.splice(0)).toEqual([expect.stringContaining("Error creating WebGL context")]);

  await page.getByLabel("Scan file, Bite").setInputFiles({
    name: "letter.stl",
    mimeType: "model/stl",
    buffer: Buffer.from("Dear colleague, ".repeat(40)),
  });
  await expect(page.getByText(/This file is no scan in STL or PLY/)).toBeVisible();
  await checked(page, "a file that is no scan");
});
