import { cast } from "./support/cast";
import { askForPhotos, picture } from "./support/check-ins";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test.use({ viewport: { width: 390, height: 844 } });

test("R24: five photos go up one by one, one of them again after a lost connection; go opens the stop", async ({
  page,
  context,
  checked,
  anotherBrowser,
}) => {
  await askForPhotos(cast.sendsPhotos);
  await signIn(context, cast.sendsPhotos);
  await page.goto("/");
  await page.getByRole("link", { name: "Send photos" }).click();
  await expect(page).toHaveURL(/\/treatment\/check-in/);
  await settled(page);
  await expect(page.getByText("A clear picture of tooth 23")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send to my orthodontist" })).toBeDisabled();
  await checked(page, "the first photo to take");

  const camera = page.locator("input[type=file][capture]");
  const strip = page.getByRole("list", { name: "Photos" });
  const take = async (view: string, colour: string) => {
    await expect(page.getByRole("heading", { name: view })).toBeVisible();
    await camera.setInputFiles(await picture(colour));
    await expect(page.getByRole("img", { name: `Your photo: ${view}` })).toBeVisible();
  };
  await take("Front", "#c47a73");
  await expect(strip.getByRole("button", { name: "Front, sent", exact: true })).toBeVisible();

  // The second one meets a lost connection; a reload keeps it, and one press sends it.
  await page.getByRole("button", { name: "Next: Left side" }).click();
  await page.route("**/api/uploads?**", (route) => route.abort());
  await take("Left side", "#b96d6a");
  await expect(page.getByText("One photo is not sent yet")).toBeVisible();
  await checked(page, "a photo that is not sent yet");
  await page.unroute("**/api/uploads?**");
  await page.reload();
  await settled(page);
  await expect(strip.getByRole("button", { name: "Front, sent", exact: true })).toBeVisible();
  await expect(page.getByText("One photo is not sent yet")).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(strip.getByRole("button", { name: "Left side, sent" })).toBeVisible();
  await expect(page.getByText("One photo is not sent yet")).toBeHidden();

  await strip.getByRole("button", { name: "Right side, not taken" }).click();
  await take("Right side", "#cf8a80");
  await page.getByRole("button", { name: "Take again" }).waitFor();
  await take("Right side", "#a95d5d");
  await page.getByRole("button", { name: "Next: Upper teeth" }).click();
  await take("Upper teeth", "#8f4a4a");
  await page.getByRole("button", { name: "Next: Lower teeth" }).click();
  await take("Lower teeth", "#7d3d42");
  await expect(strip.getByRole("button", { name: "Lower teeth, sent", exact: true })).toBeVisible();
  const other = await context.newPage();
  await other.goto("/treatment/check-in");
  await settled(other);

  await page.getByRole("button", { name: "Send to my orthodontist" }).click();
  await expect(page.getByText("Your photos are sent")).toBeVisible();
  await expect(page.getByRole("list", { name: "What you sent" }).getByRole("img")).toHaveCount(5);
  await checked(page, "the photos that were sent");

  // The other tab still shows them as not sent: its press finds that they are.
  await expect(other.getByText("All photos are there")).toBeVisible();
  await expect(other.getByRole("button", { name: "Aligner out" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await other.getByRole("button", { name: "Send to my orthodontist" }).click();
  await expect(other.getByText("Your photos are sent")).toBeVisible();
  await other.goto("/");
  await expect(
    other.getByRole("heading", { name: /waits? for an answer to your photos$/ }),
  ).toBeVisible();
  await other.close();

  const doctor = await anotherBrowser({ viewport: { width: 1280, height: 800 } });
  await signIn(doctor.context(), cast.orthodontistWhoAnswers);
  await doctor.goto("/doctor/check-ins");
  await checked(doctor, "the queue of check-ins");
  await doctor.getByRole("link", { name: /^Look at the photos of Dalia / }).click();
  await expect(doctor.getByRole("heading", { name: /^Dalia / })).toBeVisible();
  await settled(doctor);
  const now = doctor.getByRole("img", { name: /^Left side, Aligner out, / });
  await expect(async () => {
    await doctor.keyboard.press("2");
    await expect(now.first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await doctor.keyboard.press("+");
  await expect(doctor.getByText("150 %")).toBeVisible();
  await checked(doctor, "two sets of photos side by side");
  await doctor.keyboard.press("g");
  const dialog = doctor.getByRole("dialog", { name: "Go on to the next aligner" });
  await dialog.getByLabel("Note to the patient").fill("Lovely fit");
  await dialog.getByRole("button", { name: "Say go" }).click();
  await expect(dialog).toBeHidden();
  await expect(doctor.getByRole("heading", { name: /^Dalia / })).toBeHidden();

  await page.goto("/treatment/check-in");
  await expect(page.getByText("Your orthodontist has seen your photos: go on.")).toBeVisible();
  await expect(page.getByText("Lovely fit")).toBeVisible();
  await page.goto("/treatment");
  await settled(page);
  const slider = page.getByRole("slider", { name: "How much of the first photo is shown" });
  await slider.focus();
  await page.keyboard.press("End");
  await expect(slider).toHaveAttribute("aria-valuetext", /^100 % of the photo of /);
  await checked(page, "then and now");
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Send photos" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^I changed/ }).first()).toBeVisible();
});
