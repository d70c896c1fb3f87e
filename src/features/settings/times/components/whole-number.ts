import type { FormValues } from "@/components/use-form";

/** What a number field says; null where it is empty or no number, which the server then names at the field. */
export function wholeNumber(values: FormValues, name: string): number | null {
  const text = values.text(name).trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
