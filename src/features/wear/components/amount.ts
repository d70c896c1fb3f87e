import { fillIn } from "@/lib/fill-in";

export interface AmountWords {
  /** "{hours} h" */
  readonly hours: string;
  /** "{hours} h {minutes} min" */
  readonly both: string;
}

/** "22 h", "21 h 30 min". */
export function amountOf(minutes: number, words: AmountWords): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return fillIn(rest === 0 ? words.hours : words.both, { hours, minutes: rest });
}
