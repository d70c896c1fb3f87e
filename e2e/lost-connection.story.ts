import { cast } from "./support/cast";
import { demoLogin } from "./support/demo";
import { threadOf } from "./support/patients";
import { signIn } from "./support/session";
import { settled } from "./support/settled";
import { expect, test } from "./support/story";

test("R38, S16: without a network, a message keeps its words, says so, and goes when the network is back", async ({
  page,
  context,
}) => {
  const words = `Written in the underground, ${Date.now()}`;
  await signIn(context, cast.writesOffline);
  await page.goto(`/messages/${await threadOf(cast.writesOffline)}`);
  await settled(page);
  await page.getByLabel("Your message").fill("Something before");
  await context.setOffline(true);
  await page.getByLabel("Your message").fill(words);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("No connection. It is sent when you are back online.")).toBeVisible();
  await expect(page.getByText(words)).toBeVisible();

  await context.setOffline(false);
  await expect(page.getByText("No connection. It is sent when you are back online.")).toBeHidden();
  await page.reload();
  await expect(page.getByRole("main").getByText(words)).toHaveCount(1);
});

test("R38: without a network, the first message of a thread stays in its form", async ({
  page,
  context,
}) => {
  await signIn(context, cast.writesOffline);
  await page.goto("/messages/new");
  await settled(page);
  await context.setOffline(true);
  await page.getByLabel("What is it about").fill("A tray that cracked");
  await page.getByLabel("Your message").fill("It cracked on the right side.");
  await page.getByRole("button", { name: "Send message" }).click();
  await expect(page.getByRole("alert").first()).toContainText("No connection");
  await expect(page.getByLabel("What is it about")).toHaveValue("A tray that cracked");
  await expect(page.getByLabel("Your message")).toHaveValue("It cracked on the right side.");
});

test("R11, S21: without a network, the login says so, keeps what was typed, and goes on when it is back", async ({
  page,
  context,
}) => {
  const patient = demoLogin(cast.logsInOffline);
  await page.goto("/login");
  await settled(page);
  await page.getByLabel("Login name").fill(patient.loginName);
  await page.getByLabel("Password", { exact: true }).fill(patient.password);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Login", exact: true }).click();
  await expect(page.getByRole("alert").first()).toContainText("No connection");
  await expect(page.getByLabel("Login name")).toHaveValue(patient.loginName);
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue(patient.password);

  await context.setOffline(false);
  await page.getByRole("button", { name: "Login", exact: true }).click();
  await expect(page.getByLabel("Code")).toBeVisible();
});

test("S20: a form sent before its script has come keeps the password out of the address", async ({
  anotherBrowser,
}) => {
  const page = await anotherBrowser({ javaScriptEnabled: false });
  await page.goto("/login");
  await page.getByLabel("Login name").fill(cast.logsInOffline);
  await page.getByLabel("Password", { exact: true }).fill("copper-and-nothing-else");
  await page.getByRole("button", { name: "Login", exact: true }).click();
  await page.waitForLoadState();
  expect(page.url()).not.toContain("copper");
  await expect(page.getByLabel("Login name")).toBeVisible();
});
