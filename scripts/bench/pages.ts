import { type Browser, chromium, type Page } from "@playwright/test";
import { chromiumArgs, chromiumPath } from "../../e2e/support/chromium";
import { median } from "./load";

interface Place {
  readonly portal: string;
  readonly bare: string;
  /** A patient's session. */
  readonly token: string;
}

interface Seen {
  readonly lcpMs: number;
  readonly shift: number;
  /** What long tasks take beyond 50 ms each, after the first paint. */
  readonly blockedMs: number;
  readonly scriptBytes: number;
  readonly pageBytes: number;
}

const ROUNDS = 3;
/** A slowed page on a busy machine. */
const PATIENCE_MS = 120_000;
/** A phone on fast 3G: 1.6 and 0.75 Mbit/s, 150 ms for a round trip; a processor a quarter as fast. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const SLOWER = 4;
const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** experience.md, Speed: the largest contentful paint, and script against the bare page's. */
const LCP_FLOOR_MS = 2_500;
const LCP_AIM_MS = 1_500;
const pages = [
  { what: "login", path: "/login", signedIn: false, floor: 1.25, aim: 1.1 },
  { what: "patient home", path: "/", signedIn: true, floor: 1.4, aim: 1.2 },
  { what: "treatment", path: "/treatment", signedIn: true, floor: 1.4, aim: 1.2 },
] as const;

/** What a phone sees of the pages opened most, first visit, nothing cached. Answers whether every floor was kept. */
export async function benchPages({ portal, bare, token }: Place): Promise<boolean> {
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: chromiumArgs,
  });
  try {
    const yardstick = await seenOn(browser, `${bare}/page`);
    console.log(
      `\n${["phone, 4 × slower, fast 3G", "LCP", "shift", "blocked", "script", ": bare", "page"].map(cell).join("")}`,
    );
    console.log(lineOf("bare page", yardstick, yardstick));
    let isKept = true;
    for (const { what, path, signedIn, floor, aim } of pages) {
      const seen = await seenOn(browser, `${portal}${path}`, signedIn ? token : undefined);
      const ratio = seen.scriptBytes / yardstick.scriptBytes;
      const isFloor = ratio <= floor && seen.lcpMs <= LCP_FLOOR_MS && seen.shift < 0.1;
      const isAim = isFloor && ratio <= aim && seen.lcpMs <= LCP_AIM_MS;
      isKept &&= isFloor;
      console.log(
        `${lineOf(what, seen, yardstick)}  ${isAim ? "aim" : isFloor ? "floor" : "BELOW"}`,
      );
    }
    return isKept;
  } finally {
    await browser.close();
  }
}

const cell = (text: string, index: number) => (index === 0 ? text.padEnd(28) : text.padStart(10));
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;

function lineOf(what: string, seen: Seen, yardstick: Seen): string {
  return [
    what,
    `${seen.lcpMs.toFixed(0)} ms`,
    seen.shift.toFixed(3),
    `${seen.blockedMs.toFixed(0)} ms`,
    kilobytes(seen.scriptBytes),
    `${(seen.scriptBytes / yardstick.scriptBytes).toFixed(2)} ×`,
    kilobytes(seen.pageBytes),
  ]
    .map(cell)
    .join("");
}

/** Medians of some first visits. */
async function seenOn(browser: Browser, url: string, token?: string): Promise<Seen> {
  const visits: Seen[] = [];
  // The server's own first answer of a page is slower than any later one.
  await visit(browser, url, token);
  for (let round = 0; round < ROUNDS; round += 1) visits.push(await visit(browser, url, token));
  const middle = (key: keyof Seen) => median(visits.map((seen) => seen[key]));
  return {
    lcpMs: middle("lcpMs"),
    shift: middle("shift"),
    blockedMs: middle("blockedMs"),
    scriptBytes: middle("scriptBytes"),
    pageBytes: middle("pageBytes"),
  };
}

async function visit(browser: Browser, url: string, token: string | undefined): Promise<Seen> {
  const context = await browser.newContext(phone);
  if (token !== undefined) {
    const { origin } = new URL(url);
    await context.addCookies([{ name: "archway-session", value: token, url: origin }]);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", network);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.addInitScript(watch);
  // A page that keeps a line open for news never falls silent: when all is loaded and painted, it is seen.
  await page.goto(url, { waitUntil: "load" });
  await page.waitForFunction(settled, null, { polling: 200 });
  const seen = await read(page);
  await context.close();
  return seen;
}

declare global {
  interface Window {
    seen: { lcpMs: number; shift: number; tasks: { from: number; ms: number }[] };
  }
}

type Noted = readonly [type: string, note: (entry: PerformanceEntry) => void];

/** Runs in the page before anything else of it; a function with a name of its own would be unknown there. */
function watch(): void {
  window.seen = { lcpMs: 0, shift: 0, tasks: [] };
  const noted: readonly Noted[] = [
    [
      "largest-contentful-paint",
      ({ startTime }) => {
        window.seen.lcpMs = startTime;
      },
    ],
    [
      "layout-shift",
      (entry) => {
        if ("value" in entry && "hadRecentInput" in entry && entry.hadRecentInput === false)
          window.seen.shift += Number(entry.value);
      },
    ],
    [
      "longtask",
      ({ startTime, duration }) => {
        window.seen.tasks.push({ from: startTime, ms: duration });
      },
    ],
  ];
  for (const [type, note] of noted)
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
    });
}

/** Nothing was painted larger and nothing ran long for two seconds. */
function settled(): boolean {
  const { lcpMs, tasks } = window.seen;
  const last = Math.max(lcpMs, ...tasks.map(({ from, ms }) => from + ms));
  return lcpMs > 0 && performance.now() - last > 2_000;
}

async function read(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const { lcpMs, shift, tasks } = window.seen;
    const painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
    const blocked = tasks.filter(({ from }) => from > painted).map(({ ms }) => ms - 50);
    const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const scripts = resources.filter(({ name }) => new URL(name).pathname.endsWith(".js"));
    const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return {
      lcpMs,
      shift,
      blockedMs: blocked.reduce((sum, ms) => sum + ms, 0),
      scriptBytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      pageBytes: page?.encodedBodySize ?? 0,
    };
  });
}
