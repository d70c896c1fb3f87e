import { expect, it } from "vitest";
import { ownerOf } from "@/domain/offline/kept-page";
import { offlineOwner } from "@/features/offline/owner";

const login = { loginName: "julia.holm", role: "patient", practice: "hillside" };

it("S12: what a phone keeps belongs to one login in one role, and does not tell its name", async () => {
  const owner = await offlineOwner(login);
  expect(ownerOf(`<div data-offline-owner="${owner}">`)).toBe(owner);
  expect(owner).not.toContain("julia");
  expect(await offlineOwner({ ...login })).toBe(owner);
  for (const other of [{ loginName: "julia.holn" }, { role: "guardian" }, { practice: "lakeside" }])
    expect(await offlineOwner({ ...login, ...other })).not.toBe(owner);
});
