import type { Page } from "@playwright/test";
import { cast } from "./support/cast";
import { threadOf } from "./support/patients";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

const log = (page: Page) => page.getByRole("log");
const answer = (page: Page) => page.getByRole("textbox", { name: "Your answer" });
const undo = (page: Page) => page.getByRole("button", { name: "Undo" });
const phone = { viewport: { width: 390, height: 844 } };

test("R40: the practice assigns, snoozes and closes a thread by keys, undoes both, and reads what was done, which the patient does not", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  const thread = await threadOf(cast.isHandledInInbox);
  const place = `/doctor/inbox?show=all&whose=all&thread=${thread}`;
  const isElsewhere = (url: URL) => url.searchParams.get("thread") !== thread;
  await signIn(context, cast.orthodontistAtRiverbend);

  await page.goto(place);
  await settled(page);
  await page.keyboard.press("a");
  await page.getByRole("button", { name: /Naomi Delacroix/ }).click();
  await expect(
    log(page)
      .getByText(/assigned this to .*Naomi Delacroix/)
      .last(),
  ).toBeVisible();
  await checked(page, "a thread that was assigned");

  await page.keyboard.press("s");
  await page.getByRole("button", { name: /^Tomorrow.*08:00/ }).click();
  await page.waitForURL(isElsewhere);
  await expect(page.getByText(/ comes back /)).toBeVisible();
  await expect(page.locator("#open-thread")).toBeFocused();
  await checked(page, "the next thread after one was snoozed");
  await undo(page).click();
  await expect(page.getByText(/^Undone: /)).toBeVisible();

  await page.goto(place);
  await settled(page);
  await page.keyboard.press("e");
  await page.waitForURL(isElsewhere);
  await expect(page.getByText(/^Closed: /)).toBeVisible();
  await undo(page).click();
  await expect(page.getByText(/^Undone: /)).toBeVisible();

  await page.goto(place);
  for (const words of [
    /snoozed this until/,
    /brought this back/,
    /closed this/,
    /opened this again/,
  ])
    await expect(log(page).getByText(words).last()).toBeVisible();

  const patient = await anotherBrowser(phone);
  await signIn(patient.context(), cast.isHandledInInbox);
  await patient.goto(`/messages/${thread}`);
  await settled(patient);
  await expect(log(patient).getByRole("article").first()).toBeVisible();
  await expect(patient.getByText(/assigned this|closed this|snoozed this/)).toHaveCount(0);
});

test("R40: of two who answer at the same time the second is asked first, keeps the words, and may send them", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  const thread = await threadOf(cast.isHandledInInbox);
  const place = `/doctor/inbox?show=all&whose=all&thread=${thread}`;
  const [first, second] = [`Come at ten. ${Date.now()}`, `Wear it tonight. ${Date.now()}`];
  await signIn(context, cast.orthodontistAtRiverbend);
  await page.goto(place);
  await settled(page);
  const colleague = await anotherBrowser(phone);
  await signIn(colleague.context(), cast.orthodontistWhoCompletes);
  // Nothing new reaches this page until it sends.
  let isDeaf = false;
  await colleague.route(/\/api\/(events|threads\/[^/]+\/messages)/, async (route) => {
    if (route.request().method() !== "POST") return isDeaf ? route.abort() : route.continue();
    const response = await route.fetch();
    isDeaf = false;
    await route.fulfill({ response });
  });
  await colleague.goto(place);
  await settled(colleague);
  isDeaf = true;
  await answer(colleague).fill(second);
  await answer(page).fill(first);
  // It stands on the page before the server has it.
  const taken = page.waitForResponse(
    (answer) => answer.request().method() === "POST" && answer.url().endsWith("/messages"),
  );
  await page.getByRole("button", { name: "Send", exact: true }).click();
  expect((await taken).status()).toBe(201);

  await colleague.getByRole("button", { name: "Send", exact: true }).click();
  await expect(colleague.getByText(/ answered while you were writing/)).toBeVisible();
  await expect(log(colleague).getByText(first)).toBeVisible();
  await expect(answer(colleague)).toHaveValue(second);
  await checked(colleague, "a thread that a colleague answered meanwhile");
  await colleague.getByRole("button", { name: "Send anyway" }).click();
  await expect(log(colleague).getByText(second)).toHaveCount(1);
  await expect(log(page).getByText(second)).toBeVisible();
});
