import { dateFormat } from "@/lib/date-formats";
import { localeOf } from "@/lib/format-time";
import { moneyText } from "../money-text";
import type { CostAnswer } from "../schema";

/** "November 2026" of `2026-11`. */
export function monthName(month: string, language: string): string {
  return dateFormat(localeOf(language), {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${month}-01T00:00:00Z`));
}

/** What the provider told, one amount for each currency; null where it told nothing. */
export function knownCost({ known }: CostAnswer, language: string): string | null {
  return known.length === 0 ? null : known.map((money) => moneyText(money, language)).join(" + ");
}

/** The page's address for a month and what of it is listed. */
export function usageHref(wish: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(wish).filter((part): part is [string, string] => !!part[1]);
  const query = new URLSearchParams(given).toString();
  return query === "" ? "/desk/usage" : `/desk/usage?${query}`;
}
