import { classNames } from "@/lib/class-names";

const sizes = { small: "size-8 text-sm", medium: "size-10 text-dense", large: "size-16 text-xl" };

/** A person's initials on the practice's soft colour; the name itself stands beside it. */
export function Avatar({ name, size = "medium" }: { name: string; size?: keyof typeof sizes }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "grid shrink-0 select-none place-items-center rounded-chip bg-accent-soft font-semibold text-accent in-aria-[current=true]:bg-surface",
        sizes[size],
      )}
    >
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [words[0], last]
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toUpperCase();
}
