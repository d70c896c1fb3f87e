import { localeOf } from "@/lib/format-time";

interface Amount {
  readonly currency: string;
  /** Decimal, in the currency's unit. */
  readonly amount: string;
}

/** "€12.34" as people of the language write it; `exact` shows what a single text costs, down to a hundredth of a cent. */
export function moneyText(
  { currency, amount }: Amount,
  language: string,
  { exact = false }: { readonly exact?: boolean } = {},
): string {
  return new Intl.NumberFormat(localeOf(language), {
    style: "currency",
    currency,
    ...(exact && { maximumFractionDigits: 4 }),
  }).format(Number(amount));
}
