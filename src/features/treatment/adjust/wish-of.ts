import { Temporal } from "temporal-polyfill";
import type { AdjustmentWish } from "@/domain/treatment/adjustments/wish";
import type { WishInput } from "./schema";

const day = (text: string) => Temporal.PlainDate.from(text);

/** What was sent as the rule takes it. */
export function wishOf(input: WishInput): AdjustmentWish {
  switch (input.kind) {
    case "pause":
      return {
        kind: "pause",
        fromOn: day(input.fromOn),
        untilOn: input.untilOn === null ? null : day(input.untilOn),
      };
    case "replacement":
      return { ...input, arrivesOn: day(input.arrivesOn) };
    default:
      return input;
  }
}
