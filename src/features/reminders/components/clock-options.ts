import type { SelectOption } from "@/components/select-field";

/** The times of a day in steps, and the present one where it lies between; values are minutes after midnight. */
export function clockOptions(stepMinutes: number, present: number): SelectOption[] {
  const steps = Array.from({ length: 1440 / stepMinutes }, (_, index) => index * stepMinutes);
  return [...new Set([...steps, present])]
    .sort((one, other) => one - other)
    .map((minute) => ({ value: String(minute), label: clockOf(minute) }));
}

function clockOf(minute: number): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}
