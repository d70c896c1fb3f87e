/** In the page's language, one digit after the point. */
export function decimal(value: number): string {
  const language = typeof document === "undefined" ? "en" : document.documentElement.lang || "en";
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

export function megabytes(bytes: number): string {
  return decimal(Math.max(0.1, bytes / 1_000_000));
}
