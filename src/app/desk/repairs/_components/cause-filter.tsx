"use client";

import { useRouter } from "next/navigation";

type CauseFilterProps = {
  label: string;
  chosen: string;
  isRepaired: boolean;
  options: readonly { value: string; label: string }[];
};

/** Shows one cause alone; what is chosen stands in the address. */
export function CauseFilter({ label, chosen, isRepaired, options }: CauseFilterProps) {
  const router = useRouter();
  return (
    <label className="flex items-center gap-2 text-sm" htmlFor="cause-filter">
      <span className="text-muted">{label}</span>
      <select
        className="control min-h-11 w-auto py-1 lg:min-h-9"
        defaultValue={chosen}
        id="cause-filter"
        key={chosen}
        onChange={(event) => {
          const query = new URLSearchParams({
            ...(isRepaired && { show: "repaired" }),
            ...(event.target.value && { cause: event.target.value }),
          }).toString();
          router.push(query === "" ? "/desk/repairs" : `/desk/repairs?${query}`);
        }}
      >
        {options.map(({ value, label: name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
