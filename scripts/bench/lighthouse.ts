import { createServer } from "node:net";
import { chromium } from "@playwright/test";
import lighthouse, { type Result } from "lighthouse";
import { chromiumArgs, chromiumPath } from "../../e2e/support/chromium";
import { median } from "./load";

interface Place {
  readonly portal: string;
  /** A patient's session. */
  readonly token: string;
}

const ROUNDS = 3;
const categories = ["performance", "accessibility", "best-practices"] as const;

/** experience.md, Speed: Lighthouse as a phone. */
const floor = { performance: 90, accessibility: 100 };
const aim = { performance: 97, accessibility: 100 };
const pages = [
  { what: "login", path: "/login", isSignedIn: false },
  { what: "patient home", path: "/", isSignedIn: true },
  { what: "treatment", path: "/treatment", isSignedIn: true },
] as const;

/**
 * Lighthouse's marks of the pages opened most, as its own phone on slow 4G sees them: medians, and every audit that
 * costs points. Answers whether every floor was kept.
 */
export async function benchLighthouse({ portal, token }: Place): Promise<boolean> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: [...chromiumArgs, `--remote-debugging-port=${port}`],
  });
  try {
    console.log(`\n${["Lighthouse, mobile", ...categories].map(cell).join("")}`);
    let isKept = true;
    for (const { what, path, isSignedIn } of pages) {
      const looks: Result[] = [];
      for (let round = 0; round < ROUNDS; round += 1)
        looks.push(await look(`${portal}${path}`, port, isSignedIn ? token : undefined));
      const marks = categories.map((name) =>
        Math.round(median(looks.map((each) => each.categories[name]?.score ?? 0)) * 100),
      );
      const [performance = 0, accessibility = 0] = marks;
      const keeps = (limit: typeof floor) =>
        performance >= limit.performance && accessibility >= limit.accessibility;
      isKept &&= keeps(floor);
      const verdict = keeps(aim) ? "aim" : keeps(floor) ? "floor" : "BELOW";
      console.log(`${[what, ...marks.map(String)].map(cell).join("")}  ${verdict}`);
      for (const line of costsOf(looks)) console.log(`  ${line}`);
    }
    return isKept;
  } finally {
    await browser.close();
  }
}

const cell = (text: string, index: number) => (index === 0 ? text.padEnd(28) : text.padStart(16));

async function look(url: string, port: number, token: string | undefined): Promise<Result> {
  const extraHeaders = token === undefined ? null : { cookie: `archway-session=${token}` };
  const flags = { port, onlyCategories: [...categories], logLevel: "error" as const, extraHeaders };
  const seen = await lighthouse(url, flags);
  if (!seen) throw new Error(`Lighthouse said nothing of ${url}.`);
  const { lhr } = seen;
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  if (new URL(lhr.finalDisplayedUrl).pathname !== new URL(url).pathname)
    throw new Error(`${url} led to ${lhr.finalDisplayedUrl}.`);
  return lhr;
}

/** The audits below full marks that weigh, by what they cost in points of their category, in the middle round. */
function costsOf(looks: readonly Result[]): string[] {
  const [seen] = looks
    .toSorted((one, other) => performanceOf(one) - performanceOf(other))
    .slice(Math.trunc(looks.length / 2));
  if (!seen) return [];
  return categories.flatMap((name) => {
    const refs = seen.categories[name]?.auditRefs ?? [];
    const asked = refs.filter(({ id }) => scoreOf(seen, id) !== null);
    const whole = asked.reduce((sum, { weight }) => sum + weight, 0);
    return asked
      .map(({ id, weight }) => ({
        id,
        cost: ((1 - (scoreOf(seen, id) ?? 1)) * weight * 100) / whole,
      }))
      .filter(({ cost }) => cost >= 0.5)
      .toSorted((one, other) => other.cost - one.cost)
      .map(({ id, cost }) => {
        const { displayValue = "" } = seen.audits[id] ?? {};
        const where = name === "accessibility" ? `  ${placeOf(seen, id)}` : "";
        return `${name} −${cost.toFixed(1)}  ${id}  ${displayValue}${where}`.trimEnd();
      });
  });
}

/** The first element that an audit of access names. */
function placeOf({ audits }: Result, id: string): string {
  const details = audits[id]?.details;
  const [item] = details?.type === "table" ? details.items : [];
  const node = item?.node;
  return typeof node === "object" && "selector" in node ? String(node.selector) : "";
}

const performanceOf = ({ categories: seen }: Result) => seen.performance?.score ?? 0;
const scoreOf = ({ audits }: Result, id: string) => audits[id]?.score ?? null;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === "object" && address) resolve(address.port);
        else reject(new Error("No port is free."));
      });
    });
  });
}
