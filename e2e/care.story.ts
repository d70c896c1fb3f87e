import { cast } from "./support/cast";
import { asOwner, memberOf } from "./support/database";
import { signIn } from "./support/session";
import { expect, test } from "./support/story";

/** What was said, begun and edited in a run before is taken back. */
async function startAfresh(): Promise<void> {
  await asOwner(async (client) => {
    const { person_id: person } = await memberOf(client, cast.readsCare);
    await client.query("delete from tenant.care_feedback where person_id = $1", [person]);
    await client.query("delete from tenant.message_draft where person_id = $1", [person]);
    await client.query("delete from tenant.care_article where key like 'our-where-to-leave%'");
  });
}

test("R26: a patient finds an answer in spite of a typing error, says that it helped, and writes about it", async ({
  page,
  context,
  checked,
}) => {
  await startAfresh();
  await signIn(context, cast.readsCare);
  await page.goto("/");
  await page
    .getByRole("contentinfo")
    .getByRole("link", { name: /^Care and answers/ })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Care and answers" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "For you now" })).toBeVisible();
  await checked(page, "/care");

  const search = page.getByRole("searchbox", { name: "Search the guidance" });
  await search.pressSequentially("travelli");
  await expect(page.getByRole("heading", { name: /for “travelli”$/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Travelling/ })).toBeVisible();
  await search.fill("retaner");
  await expect(page.getByRole("heading", { name: /close\.$/ })).toBeVisible();
  await checked(page, "/care with what comes close");
  await search.fill("xylophone");
  await expect(page.getByText("Nothing found for “xylophone”").last()).toBeVisible();
  await expect(
    page.getByRole("main").getByRole("link", { name: "Tell my orthodontist" }),
  ).toBeVisible();
  await checked(page, "/care without a find");

  // Without the script the search is an ordinary form.
  const answer = await page.request.get("/care?query=dishwasher");
  expect(await answer.text()).toContain("Cleaning your aligners");
  await search.fill("dishwasher");
  await page.getByRole("link", { name: /^Cleaning your aligners/ }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Cleaning your aligners" }),
  ).toBeVisible();
  const helped = page.getByRole("group", { name: "Was this helpful?" });
  await helped.getByRole("button", { name: "No" }).click();
  await expect(helped.getByRole("status")).toContainText("Ask your orthodontist");
  await helped.getByRole("button", { name: "Yes" }).click();
  await expect(helped.getByRole("status")).toContainText("Thank you");
  await checked(page, "an article");
  await page.reload();
  await expect(helped.getByRole("button", { name: "Yes" })).toHaveAttribute("aria-pressed", "true");
  await expect(helped.getByRole("button", { name: "No" })).toHaveAttribute("aria-pressed", "false");

  await page.getByRole("main").getByRole("link", { name: "Tell my orthodontist" }).click();
  const subject = page.getByLabel("What is it about");
  await expect(subject).toHaveValue("Cleaning your aligners");
  const kept = page.waitForResponse((response) => response.url().endsWith("/api/drafts"));
  await page.getByRole("textbox", { name: "Your message" }).fill("Which tablets can I use?");
  await kept;

  // What was begun is never lost: from another article it comes first.
  await page.goto("/care/storing");
  await page.getByRole("main").getByRole("link", { name: "Tell my orthodontist" }).click();
  await expect(page.getByText("You had begun this message.")).toBeVisible();
  await expect(subject).toHaveValue("Cleaning your aligners");
  await expect(page.getByRole("textbox", { name: "Your message" })).toHaveValue(
    "Which tablets can I use?",
  );
  await checked(page, "a message about an article");
});

test("R26: an admin changes an article with a preview, patients read it at once, and the shipped text comes back", async ({
  page,
  context,
  anotherBrowser,
  checked,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(context, cast.admin);
  await page.goto("/desk/settings");
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Care guidance/ })
    .last()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Care guidance" })).toBeVisible();
  await checked(page, "/desk/settings/care");
  await page.getByRole("link", { name: /^Chewing gum, smoking/ }).click();
  const words = page.getByRole("textbox", { name: "Text", exact: true });
  await words.fill("Ask **Gwen** first.\n\n- One\n- <b>Two</b>");
  const preview = page.getByRole("region", { name: "What patients see" });
  await expect(preview.locator("strong")).toHaveText("Gwen");
  await expect(preview.getByRole("listitem")).toHaveText(["One", "<b>Two</b>"]);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. Patients see it at once.")).toBeVisible();
  await expect(page.getByText("You changed this text.")).toBeVisible();
  await checked(page, "an article being edited");

  const patient = await anotherBrowser();
  await signIn(patient.context(), cast.readsCare);
  await patient.goto("/care/gum-and-smoking");
  await expect(patient.getByText("Ask Gwen first.")).toBeVisible();

  await page.getByRole("button", { name: "Put the shipped text back" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Put it back" }).click();
  await expect(page.getByText("You changed this text.")).toBeHidden();
  await expect(words).toHaveValue(/^- \*\*Chewing gum\*\*/);
  await patient.reload();
  await expect(patient.getByText("Ask Gwen first.")).toBeHidden();

  await page.goto("/desk/settings/care/new");
  await page.getByRole("button", { name: "Add the article" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await page.getByRole("textbox", { name: "Title" }).fill("Where to leave your coat");
  await words.fill("Behind the door.");
  await page.getByRole("button", { name: "Add the article" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Where to leave your coat" }),
  ).toBeVisible();
  await patient.goto("/care?query=coat");
  await expect(
    patient.getByRole("link", { name: /^Where to leave your coat/ }).first(),
  ).toBeVisible();
});
