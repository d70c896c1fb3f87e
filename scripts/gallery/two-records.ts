import type { Page } from "@playwright/test";
import { demoPerson } from "../../e2e/support/demo";
import { codeTo, textCount } from "../../e2e/support/outside";
import { typeCode, typeDetails } from "../../e2e/support/registration";

/** Somebody with two records of one postcode, up to the question that asks for it (R5). */
export async function askedForPostcode(page: Page): Promise<void> {
  const person = demoPerson("two matching records, same postcode");
  const before = await textCount(person.mobile);
  await typeDetails(page, person);
  await page.getByRole("button", { name: "Yes, send the code" }).click();
  await typeCode(page, await codeTo(person.mobile, before));
  await page.getByRole("heading", { name: "One more question" }).waitFor();
}

/** And on to where staff decide. */
export async function leftToPractice(page: Page): Promise<void> {
  await askedForPostcode(page);
  await page.getByRole("button", { name: "Let the practice decide" }).click();
  await page.getByRole("heading", { name: "The practice looks at it" }).waitFor();
}
