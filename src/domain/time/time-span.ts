/** A stretch of time in epoch milliseconds, half-open: the start belongs to it, the end does not. */
export interface TimeSpan {
  readonly startMs: number;
  readonly endMs: number;
}

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** Sorted, without empty spans, and with those that touch or overlap made one. */
export function mergedSpans(spans: readonly TimeSpan[]): TimeSpan[] {
  const sorted = spans
    .filter((span) => span.endMs > span.startMs)
    .sort((a, b) => a.startMs - b.startMs);
  const merged: TimeSpan[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last === undefined || span.startMs > last.endMs) {
      merged.push(span);
    } else if (span.endMs > last.endMs) {
      merged[merged.length - 1] = { startMs: last.startMs, endMs: span.endMs };
    }
  }
  return merged;
}

/** What is left of the spans where none of `taken` lies. `taken` must be merged (see `mergedSpans`). */
export function withoutSpans(spans: readonly TimeSpan[], taken: readonly TimeSpan[]): TimeSpan[] {
  const left: TimeSpan[] = [];
  for (const span of spans) {
    let startMs = span.startMs;
    for (let i = firstEndingAfter(taken, startMs); i < taken.length; i++) {
      const cut = taken[i];
      if (cut === undefined || cut.startMs >= span.endMs) break;
      if (cut.startMs > startMs) left.push({ startMs, endMs: cut.startMs });
      startMs = cut.endMs;
    }
    if (startMs < span.endMs) left.push({ startMs, endMs: span.endMs });
  }
  return left;
}

/** Whether any of the merged spans shares an instant with `[startMs, endMs)`. */
export function overlapsAny(spans: readonly TimeSpan[], startMs: number, endMs: number): boolean {
  const next = spans[firstEndingAfter(spans, startMs)];
  return next !== undefined && next.startMs < endMs;
}

/** Index of the first merged span that ends after the moment; the length when there is none. */
export function firstEndingAfter(spans: readonly TimeSpan[], momentMs: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const span = spans[middle];
    if (span !== undefined && span.endMs <= momentMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
