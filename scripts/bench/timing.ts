import { median } from "./load";
import { signedRankTest } from "./rank-test";
import { type Bench, timingPerson } from "./seed";
import { PASSWORD } from "./seed-logins";

const PAIRS = 200;
/** Requests side by side: enough to end soon, few enough not to wait for each other. */
const AT_ONCE = 4;
/** Below this chance a difference is believed. */
const BELIEVED = 0.01;

interface Question {
  readonly what: string;
  /** Asks about somebody who is there, or about nobody; answers how long the answer took, in ms. */
  readonly ask: (known: boolean, n: number) => Promise<number>;
}

/**
 * S6: whether time tells who exists. Pairs of a known and an unknown name, in turn first and second; medians and a rank
 * test over the pairs. Prints a verdict for each question.
 */
export async function compareTimes(portal: string, bench: Bench): Promise<void> {
  console.log(
    `\n${"S6, 200 pairs in turn".padEnd(32)}${"known".padStart(10)}${"unknown".padStart(10)}${"p".padStart(9)}`,
  );
  for (const { what, ask } of questions(portal, bench)) {
    const pairs = await askInTurn(ask);
    const known = median(pairs.map(([first]) => first));
    const unknown = median(pairs.map(([, second]) => second));
    const { p } = signedRankTest(pairs);
    const verdict =
      p < BELIEVED ? `DIFFERS by ${(known - unknown).toFixed(1)} ms` : "no difference";
    const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(10);
    console.log(
      `${what.padEnd(32)}${ms(known)}${ms(unknown)}${p.toFixed(3).padStart(9)}  ${verdict}`,
    );
  }
}

async function askInTurn(ask: Question["ask"]): Promise<[number, number][]> {
  const pairs: [number, number][] = [];
  let next = 0;
  const worker = async () => {
    while (next < PAIRS) {
      const n = next;
      next += 1;
      const isKnownFirst = n % 2 === 0;
      const first = await ask(isKnownFirst, n);
      const second = await ask(!isKnownFirst, n);
      pairs.push(isKnownFirst ? [first, second] : [second, first]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return pairs;
}

function questions(portal: string, bench: Bench): Question[] {
  const post = poster(portal);
  return [
    {
      what: "login, wrong password",
      ask: async (known, n) => {
        const loginName = known ? (bench.loginNames[n] ?? "") : `bench-a.nobody.${n}`;
        return (await post("/api/login", { loginName, password: `${PASSWORD}?` }, 401)).ms;
      },
    },
    {
      what: "password reset, request",
      ask: async (known, n) => {
        const name = known ? (bench.loginNames[n] ?? "") : `bench-a.nobody.${n}`;
        return (await post("/api/password-resets", { email: `${name}@bench.example.com` }, 200)).ms;
      },
    },
    {
      what: "registration, start",
      ask: async (known, n) => (await post("/api/registrations", details(known, n), 200)).ms,
    },
    {
      what: "registration, details confirmed",
      ask: async (known, n) => {
        const started = await post("/api/registrations", details(known, n), 200);
        return (await post("/api/registrations/confirm", {}, 200, started.cookie)).ms;
      },
    },
  ];
}

function details(known: boolean, n: number) {
  return { practice: "bench-a", ...timingPerson(n, known) };
}

function poster(portal: string) {
  return async (path: string, body: unknown, expected: number, cookie = "") => {
    const startedMs = performance.now();
    const answer = await fetch(`${portal}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: portal, cookie },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    const ms = performance.now() - startedMs;
    if (answer.status !== expected) throw new Error(`${path} answered ${answer.status}: ${text}`);
    const cookies = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
    return { ms, cookie: cookies.join("; ") };
  };
}
