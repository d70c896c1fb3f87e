import { expect, inject, it } from "vitest";
import { embeddedAddresses } from "../../scripts/database/addresses";
import { schemaDifference } from "../../scripts/database/schema-difference";

it("the migrations lead to the schema, but for what guards add by hand", {
  timeout: 60_000,
}, async () => {
  const { owner } = embeddedAddresses(inject("testServer").state, "postgres");
  expect(await schemaDifference(owner)).toBe("");
});
