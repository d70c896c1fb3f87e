/** The first that fits: browsers also name those they resemble. */
const browsers: readonly (readonly [mark: RegExp, name: string])[] = [
  [/\bEdg/, "Edge"],
  [/\bOPR\/|\bOpera/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/Chrome\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const systems: readonly (readonly [mark: RegExp, name: string])[] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

/** "Firefox, Windows" out of a User-Agent header; null when neither is known. */
export function browserName(userAgent: string | null): string | null {
  const first = (list: typeof browsers) => list.find(([mark]) => mark.test(userAgent ?? ""))?.[1];
  return [first(browsers), first(systems)].filter(Boolean).join(", ") || null;
}
