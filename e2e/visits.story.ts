import type { Page } from "@playwright/test";
import { cast } from "./support/cast";
import { mailTo } from "./support/outside";
import { emailOf, signIn } from "./support/session";
import { expect, test } from "./support/story";

const clock = /^\d{1,2}[:.]\d{2}/;

/** Chooses the first type of visit; the free times of it are shown then. */
async function chooseType(page: Page): Promise<void> {
  await page.goto("/appointments/new");
  await page.getByRole("link").filter({ hasText: /min/ }).first().click();
  await expect(page.getByRole("button", { name: clock }).first()).toBeVisible();
}

/** The ids of the visits ahead. */
async function visitsAhead(page: Page): Promise<string[]> {
  const answer = await page.request.get("/api/appointments?when=upcoming");
  const { items }: { items: { id: string }[] } = await answer.json();
  return items.map(({ id }) => id);
}

test("R28, R31, R32: a patient books a visit, moves it, and cancels it with a reason", async ({
  page,
  context,
  checked,
}) => {
  const email = await emailOf(cast.books);
  await signIn(context, cast.books);
  await page.goto("/appointments");
  await checked(page, "/appointments");
  const before = await visitsAhead(page);
  await page.goto("/appointments/new");
  await checked(page, "/appointments/new, type of visit");
  await chooseType(page);
  await checked(page, "/appointments/new, free times");
  // Some days away: what is tomorrow is moved and cancelled by telephone alone (R32).
  const suggested = page.getByRole("region", { name: "Suggested times" });
  await suggested.getByRole("button", { name: clock }).last().click();
  await expect(page.getByRole("heading", { name: "Is this right?" })).toBeVisible();
  await expect(page.getByText(/This time is yours for/)).toBeVisible();
  await checked(page, "/appointments/new, confirm");
  await page.getByRole("button", { name: /Book this visit|Ask for this visit/ }).click();
  await expect(
    page.getByText(/Your visit is booked|Your wish is with the practice/).first(),
  ).toBeVisible();
  await checked(page, "/appointments/new, done");
  await mailTo(email, /visit/i);
  const booked = (await visitsAhead(page)).filter((id) => !before.includes(id));
  expect(booked).toHaveLength(1);
  const visit = `/appointments/${booked[0]}`;

  await page.goto("/appointments");
  await page.locator(`a[href^='${visit}/reschedule']`).click();
  await expect(
    page.getByText("Your old time stays yours until the new one is booked."),
  ).toBeVisible();
  await checked(page, "/appointments/<id>/reschedule");
  await suggested.getByRole("link", { name: clock }).nth(-2).click();
  await expect(page.getByRole("button", { name: "Move my visit" })).toBeVisible();
  await checked(page, "/appointments/<id>/reschedule, old and new");
  await page.getByRole("button", { name: "Move my visit" }).click();
  await expect(page.getByText("Your visit is moved").first()).toBeVisible();
  const moved = (await visitsAhead(page)).filter((id) => !before.includes(id));
  expect(moved).toHaveLength(1);

  await page.locator(`a[href^='/appointments/${moved[0]}/cancel']`).click();
  await page.waitForURL(/\/cancel/);
  await checked(page, "/appointments/<id>/cancel");
  await page.getByRole("button", { name: "Cancel this visit" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await page.getByLabel("I am away").check();
  await page.getByRole("button", { name: "Cancel this visit" }).click();
  await expect(page.getByText("Your visit is cancelled").first()).toBeVisible();
  await checked(page, "/appointments/<id>/cancel, done");
  await expect(page.getByRole("link", { name: "Book another time" })).toBeVisible();
  expect(await visitsAhead(page)).toEqual(before);
});

test("R9, R28, R32, R33: a wish that needs a yes, a time too soon to change, and another zone's clock", async ({
  anotherBrowser,
  checked,
}) => {
  const byPhone = await anotherBrowser();
  await signIn(byPhone.context(), cast.booksByPhone);
  await byPhone.goto("/appointments/new");
  await expect(byPhone.getByText("The practice books your visits by phone")).toBeVisible();
  const call = (shown: Page) => shown.getByRole("link", { name: /Call the practice/ }).first();
  await expect(call(byPhone)).toHaveAttribute("href", /^tel:\+\d+$/);
  await checked(byPhone, "/appointments/new, by telephone");

  // Far enough west for another clock, and never another word for the practice's.
  const page = await anotherBrowser({ timezoneId: "America/Vancouver" });
  await signIn(page.context(), cast.asks);
  const before = await visitsAhead(page);
  await page.goto("/appointments/new");
  const asking = page.getByRole("link").filter({ hasText: "The practice has to agree" });
  await asking.first().click();
  const times = page.getByRole("button", { name: clock });
  await expect(times.first()).toBeVisible();
  await expect(page.getByText(/^All times are practice time \(.+\)\. Yours \(.+\)/)).toBeVisible();
  await expect(times.first()).toContainText("your time");
  await checked(page, "/appointments/new, free times in another zone");
  await times.first().click();
  await expect(page.getByText("The practice has to agree to this visit")).toBeVisible();
  await expect(page.getByText(/\d\d:\d\d your time \(.+\)/)).toBeVisible();
  await checked(page, "/appointments/new, confirm a wish");
  await page.getByRole("button", { name: "Ask for this visit" }).click();
  await expect(page.getByRole("heading", { name: "Your wish is with the practice" })).toBeVisible();
  const [wish] = (await visitsAhead(page)).filter((id) => !before.includes(id));
  // What is done cannot be done again by going back.
  await page.goBack();
  await expect(page.getByRole("button", { name: "Ask for this visit" })).toBeHidden();
  await page.goto(`/appointments/${wish}/cancel`);
  await page.getByLabel("I am away").check();
  await page.getByRole("button", { name: "Cancel this visit" }).click();
  await expect(page.getByRole("link", { name: "Book another time" })).toBeVisible();
  expect(await visitsAhead(page)).toEqual(before);

  await page.goto("/appointments/new");
  await page.getByRole("link").filter({ hasText: "Aligner check" }).click();
  // The first free time lies within a day, or the practice is closed tomorrow: the words say which it is.
  await times.first().click();
  const confirm = page.getByRole("heading", { name: "Is this right?" });
  await expect(confirm).toBeVisible();
  const tooSoon = page.getByText("This visit is too soon to change online");
  const until = page.getByText(
    /You can change this visit online until \w+ \d+ \w+, \d\d:\d\d, practice time/,
  );
  await expect(tooSoon.or(until)).toBeVisible();
  if (await tooSoon.isVisible()) {
    await expect(call(page)).toHaveAttribute("href", /^tel:\+\d+$/);
  }
  await page.getByRole("button", { name: "Choose another time" }).click();
  await expect(times.first()).toBeVisible();
});

test("R30: two patients take one time; one gets it, the other is offered the next best", async ({
  page,
  context,
  anotherBrowser,
}) => {
  const second = await anotherBrowser();
  await signIn(context, cast.races[0]);
  await signIn(second.context(), cast.races[1]);
  await chooseType(page);
  await chooseType(second);
  const offeredTo = (shown: Page) => shown.getByRole("button", { name: clock }).allTextContents();
  const theirs = await offeredTo(second);
  const wanted = (await offeredTo(page)).find((time) => theirs.includes(time)) ?? "";
  await Promise.all(
    [page, second].map((shown) =>
      shown.getByRole("button").filter({ hasText: wanted }).first().click(),
    ),
  );
  const won = (shown: Page) => shown.getByRole("heading", { name: "Is this right?" });
  const lost = (shown: Page) => shown.getByText("Somebody was faster");
  for (const shown of [page, second])
    await expect(won(shown).or(lost(shown)).first()).toBeVisible();
  const losers = [await lost(page).isVisible(), await lost(second).isVisible()].filter(Boolean);
  expect(losers).toHaveLength(1);
  const loser = (await lost(page).isVisible()) ? page : second;
  await loser.getByRole("button", { name: clock }).first().click();
  await expect(won(loser)).toBeVisible();
});
