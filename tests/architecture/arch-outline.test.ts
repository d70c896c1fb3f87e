import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { archTeeth, toothPath } from "@/components/arch-geometry";

it("the ornament's file draws the same arch as the progress picture", () => {
  const paths = archTeeth(90, 108).map(
    (place) =>
      `<path d="${toothPath(place, 1.6)}" vector-effect="non-scaling-stroke" transform="translate(${place.x} ${place.y}) rotate(${place.turn})"/>`,
  );
  expect(readFileSync("public/icons/arch-outline.svg", "utf8")).toContain(paths.join(""));
});
