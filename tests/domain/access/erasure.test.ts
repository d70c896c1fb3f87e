import { expect, it } from "vitest";
import { decideErasure, type MembershipFact } from "@/domain/access/erasure";

const one = (practiceId: string, role: MembershipFact["role"], isLive = true) => ({
  practiceId,
  role,
  isLive,
});
const scope = (wholeLogin: boolean, worksHere: boolean, nameStays: boolean) => ({
  ok: true,
  value: { wholeLogin, worksHere, nameStays },
});
const none = { ok: false, reason: "not_found" };

it.each([
  ["a patient", [one("a", "patient")], scope(true, false, false)],
  ["a guardian", [one("a", "guardian")], scope(true, false, false)],
  ["both at once", [one("a", "patient"), one("a", "guardian")], scope(true, false, false)],
  [
    "a patient of another practice too",
    [one("a", "patient"), one("b", "patient")],
    scope(false, false, false),
  ],
  [
    "a former patient of another",
    [one("a", "patient"), one("b", "patient", false)],
    scope(true, false, false),
  ],
  ["staff elsewhere", [one("a", "patient"), one("b", "staff")], scope(false, false, true)],
  [
    "an orthodontist here",
    [one("a", "patient"), one("a", "orthodontist")],
    scope(false, true, true),
  ],
  [
    "somebody who worked here",
    [one("a", "guardian"), one("a", "staff", false)],
    scope(true, false, true),
  ],
  ["an admin alone", [one("a", "admin")], none],
  ["a patient elsewhere alone", [one("b", "patient")], none],
  ["a former patient", [one("a", "patient", false)], none],
  ["nobody", [], none],
] as const)("S23: erasing at practice a: %s", (_who, memberships, decided) => {
  expect(decideErasure(memberships, "a")).toEqual(decided);
});
