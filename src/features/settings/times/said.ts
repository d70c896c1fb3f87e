/** `minutes: "30 → 40"` for every field that differs; the log keeps what it was and what it is (S19). */
export function differences(before: object | null, after: object): Record<string, string> {
  const was = new Map<string, unknown>(Object.entries(before ?? {}));
  const said = (value: unknown) => (Array.isArray(value) ? value.join(", ") : String(value ?? "–"));
  return Object.fromEntries(
    Object.entries(after)
      .filter(([key, value]) => said(was.get(key)) !== said(value))
      .map(([key, value]) => [
        key,
        before ? `${said(was.get(key))} → ${said(value)}` : said(value),
      ]),
  );
}

/** "1 09:00–17:00" for the log: ISO weekday and hours. */
export function saidHours(
  hours: readonly {
    readonly weekday?: number;
    readonly opensMinute: number;
    readonly closesMinute: number;
  }[],
): string {
  const blocks = hours.map(({ weekday, opensMinute, closesMinute }) =>
    [weekday, `${clock(opensMinute)}–${clock(closesMinute)}`].filter(Boolean).join(" "),
  );
  return blocks.join("; ") || "–";
}

/** "09:05" for minutes after midnight; the day's end is 24:00. */
export function clock(minute: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
