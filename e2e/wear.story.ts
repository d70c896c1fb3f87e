import { cast } from "./support/cast";
import { patientOf, undoChangesOfToday } from "./support/patients";
import { headersOf, openSession, portal, signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test.use({ viewport: { width: 390, height: 844 } });

test("R21: a change marked by mistake is taken back, on the page that shows it and on another tab", async ({
  page,
  context,
  checked,
  anotherBrowser,
}) => {
  await undoChangesOfToday(cast.notesWear);
  await signIn(context, cast.notesWear);
  await page.goto("/");
  await settled(page);
  const title = page.getByRole("heading", { level: 1 });
  const before = await title.textContent();
  await page.getByRole("button", { name: "I changed already" }).click();
  await page.getByRole("button", { name: "Save this day" }).click();
  const takeBack = page.getByRole("button", { name: /^Take back the change to / });
  await expect(takeBack).toBeVisible();
  await expect(page.getByText(/^Can be taken back until tomorrow, /)).toBeVisible();
  await checked(page, "home with a change to take back");

  // The same on another tab, before it is taken back here.
  const other = await context.newPage();
  await other.goto("/treatment");
  await settled(other);
  await expect(other.getByRole("button", { name: /^Take back the change to / })).toBeVisible();

  await takeBack.click();
  const told = page.getByRole("region", { name: "Taken back" });
  await expect(told).toBeFocused();
  await expect(told.getByText(/^The change to .+ is taken back\./)).toBeVisible();
  await expect(told.getByText(/days? (later|sooner)/).first()).toBeVisible();
  await expect(takeBack).toHaveCount(0);
  await expect(title).toHaveText(before ?? "");
  await checked(page, "home after taking a change back");

  await other.getByRole("button", { name: /^Take back the change to / }).click();
  await expect(other.getByRole("region", { name: "Taken back" })).toBeVisible();
  await expect(other.getByRole("button", { name: /^Take back the change to / })).toHaveCount(0);
  await other.close();

  const desk = await anotherBrowser({ viewport: { width: 1280, height: 900 } });
  await signIn(desk.context(), cast.orthodontist);
  await desk.goto(`/doctor/patients/${await patientOf(cast.notesWear)}`);
  await desk.getByText("Who marked the changes").click();
  await expect(desk.getByText(/^Taken back by the patient, /).first()).toBeVisible();
  await expect(desk.getByRole("heading", { name: "Wear, as noted by the patient" })).toBeVisible();
});

test("R23: wear is noted in two taps, corrected for two weeks back, and seen as a picture and a table", async ({
  page,
  context,
  checked,
}) => {
  await signIn(context, cast.notesWear);
  await page.goto("/");
  await settled(page);
  const chips = page.getByRole("group", { name: "How long" });
  await chips.getByRole("button", { name: "20 h", exact: true }).click();
  const twenty = chips.getByRole("button", { name: "20 h", exact: true });
  await expect(twenty).toHaveAttribute("aria-pressed", "true");
  await chips.getByRole("button", { name: "22 h", exact: true }).click();
  await expect(twenty).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByText("Today: 22 h noted.")).toBeAttached();
  await page.getByRole("button", { name: "Yesterday" }).click();
  await expect(chips.getByRole("button", { name: "22 h", exact: true })).toBeVisible();

  await page.getByRole("link", { name: "Recent weeks" }).click();
  await expect(page).toHaveURL(/\/treatment\/wear$/);
  const picture = page.getByRole("img", { name: /^Hours of wear a day, from / });
  await expect(picture).toBeVisible();
  await settled(page);
  await page.getByText("The same as a table").click();
  await expect(page.getByRole("row", { name: /22 h/ }).first()).toBeVisible();
  await checked(page, "the weeks of wear");

  const earlier = page
    .getByRole("region", { name: "The last two weeks" })
    .getByRole("button")
    .nth(2);
  await earlier.click();
  const dialog = page.getByRole("dialog", { name: /^Wear time, \w+day \d+ / });
  await dialog.getByLabel("Hours", { exact: true }).fill("26");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText(/Give (less|the hours)/).first()).toBeVisible();
  await dialog.getByLabel("Hours", { exact: true }).fill("19");
  await dialog.getByLabel("Minutes").selectOption("45");
  await checked(page, "the dialog of one day");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(earlier).toContainText("19 h 45 min");
  await earlier.click();
  await dialog.getByRole("button", { name: "Take this note away" }).click();
  await expect(earlier).toContainText("Add");

  // A lost network says so and keeps what stood.
  await context.setOffline(true);
  await chips.first().getByRole("button", { name: "18 h", exact: true }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await context.setOffline(false);

  const { token } = await openSession(cast.notesWear);
  const answer = await page.request.put(new URL("/api/treatment/wear", portal).href, {
    headers: headersOf(token),
    data: { on: "2020-01-01", minutes: 1320 },
  });
  expect(answer.status()).toBe(422);
  expect(await answer.json()).toMatchObject({ error: { fields: { on: expect.any(String) } } });
});
