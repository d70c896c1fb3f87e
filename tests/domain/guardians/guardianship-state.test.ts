import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { type GuardianshipFacts, guardianshipState } from "@/domain/guardians/guardianship-state";
import { documentedStates } from "../../support/documented-states";

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day("2026-11-22");
const active: GuardianshipFacts = {
  fromOn: day("2026-01-01"),
  untilOn: null,
  isEnded: false,
  isConfirmed: true,
  birthDateTries: 1,
  isRegistered: true,
};

it.each<[string, Partial<GuardianshipFacts>, string]>([
  ["acts for the child", {}, "active"],
  ["has not registered", { isRegistered: false, isConfirmed: false }, "invited"],
  ["has still to confirm", { isConfirmed: false, birthDateTries: 4 }, "unconfirmed"],
  ["answered wrong five times", { isConfirmed: false, birthDateTries: 5 }, "stopped"],
  ["was right at the fifth try", { birthDateTries: 5 }, "active"],
  ["begins tomorrow", { fromOn: day("2026-11-23") }, "later"],
  ["begins today", { fromOn: today }, "active"],
  ["has its last day today", { untilOn: day("2026-11-23") }, "active"],
  ["had its last day yesterday", { untilOn: today }, "over"],
  ["was ended", { isEnded: true }, "over"],
])("R10: a guardian who %s", (_name, change, state) => {
  expect(guardianshipState({ ...active, ...change }, today)).toBe(state);
});

it("R10: a guardian is in the first documented state that holds", () => {
  const order = documentedStates("Guardianship").map(([state]) => state);
  const stopped = { ...active, isConfirmed: false, birthDateTries: 5, isRegistered: false };
  const later = { ...active, fromOn: day("2026-11-23") };
  const seen = [
    guardianshipState({ ...stopped, isEnded: true }, today),
    guardianshipState({ ...stopped, fromOn: later.fromOn }, today),
    guardianshipState({ ...later, isRegistered: false }, today),
    guardianshipState(later, today),
    guardianshipState(active, today),
    guardianshipState({ ...active, isConfirmed: false }, today),
  ];
  expect(seen).toEqual(order);
});
