import type { FormValues } from "@/components/use-form";
import type { AdjustChoice } from "../adjust-options";

/** What a dialog's fields say, as the route takes it; null while something that is needed is missing. */
export function wishFrom(choice: AdjustChoice, values: FormValues): object | null {
  const text = (name: string) => values.text(`wish.${name}`);
  const arch = text("arch");
  const ofArch = arch === "upper" || arch === "lower" ? { arch } : {};
  switch (choice) {
    case "pause":
    case "endOfPause": {
      const fromOn = text("fromOn");
      return fromOn === "" ? null : { kind: "pause", fromOn, untilOn: text("untilOn") || null };
    }
    case "resume":
      return { kind: "resume" };
    case "extension": {
      const days = text("days");
      return days === "" ? null : { kind: "extension", days: Number(days), ...ofArch };
    }
    case "backtrack": {
      const toStageIds = values.all("wish.toStageIds").filter((id) => id !== "");
      return toStageIds.length === 0 ? null : { kind: "backtrack", toStageIds };
    }
    case "stop_release":
      return { kind: "stop_release", ...ofArch };
    case "replacement": {
      const arrivesOn = text("arrivesOn");
      return arrivesOn === ""
        ? null
        : { kind: "replacement", wear: text("wear"), arrivesOn, ...ofArch };
    }
  }
}
