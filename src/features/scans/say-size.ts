/** In the page's language, one digit after the point. */
export function decimal(value: number): string {
  const language = typeof document === "undefined" ? "en" : document.documentElement.lang || "en";
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

/** Bytes as megabytes; what is there is never none. */
export function megabytes(bytes: number): string {
  return decimal(bytes === 0 ? 0 : Math.max(0.1, bytes / 1_000_000));
}
