/** Millionths of the currency's unit, exactly: "0.00790" → 7900. Null for what is no decimal number. */
export function priceMicros(amount: string): bigint | null {
  const parts = /^(\d{1,9})(?:\.(\d{1,12}))?$/.exec(amount);
  if (!parts) return null;
  const [, whole = "0", fraction = ""] = parts;
  return BigInt(whole) * 1_000_000n + BigInt(fraction.slice(0, 6).padEnd(6, "0"));
}
