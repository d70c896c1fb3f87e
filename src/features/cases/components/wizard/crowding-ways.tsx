"use client";

import { Checkbox } from "@/components/choices";
import { CROWDING_WAYS, type Prescription } from "@/domain/cases/prescription";

type Ways = Prescription["crowding"];

type CrowdingWaysProps = {
  label: string;
  chosen: Ways;
  ways: Readonly<Record<Ways[number], string>>;
  onChange: (ways: Ways) => void;
};

/** How room is made where teeth stand crowded; none ticked leaves it to the lab. */
export function CrowdingWays({ label, chosen, ways, onChange }: CrowdingWaysProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">{label}</legend>
      <div className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-4">
        {CROWDING_WAYS.map((way) => (
          <Checkbox
            checked={chosen.includes(way)}
            id={`crowding-${way}`}
            key={way}
            label={ways[way]}
            name={`crowding-${way}`}
            onChange={({ target }) =>
              onChange(
                CROWDING_WAYS.filter((one) =>
                  one === way ? target.checked : chosen.includes(one),
                ),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
