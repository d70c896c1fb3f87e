import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { languageAsked } from "@/lib/request-language";
import { sentence } from "@/lib/sentence";
import { secured } from "./api-headers";
import { failed } from "./failure";
import { commonRefusals } from "./refusals";

const RETRY_SECONDS = 5;
/** So much of a refused body is read and forgotten, so that the sender hears the answer. */
const DRAINED_BYTES = 65_536;

interface Origin {
  readonly appUrl: string;
}

/** What answers without the database: health, and files of the build. */
const standing = /^\/(healthz|readyz|manifest\.webmanifest|_next\/|icons\/|accent\/)/;

/** True for requests that cannot be answered well while the database is away. */
export function needsDatabase(path: string): boolean {
  return !standing.test(path);
}

/** 503 in words: the envelope for routes, a page of its own for people (S21). The body that came is not read. */
export function answerAway(
  origin: Origin,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const language = languageOf(request);
  const isRoute = request.url?.startsWith("/api/") ?? false;
  const answer = isRoute ? refusal("unavailable", language) : page(language);
  answer.headers.set("retry-after", String(RETRY_SECONDS));
  answer.headers.set("connection", "close");
  return send(origin, answer, request, response);
}

/** 413 in words, before anything else was done for the request. Of a very large body no more is taken. */
export function answerTooLarge(
  origin: Origin,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = refusal("too_large", languageOf(request));
  if (Number(request.headers["content-length"]) > DRAINED_BYTES)
    answer.headers.set("connection", "close");
  return send(origin, answer, request, response);
}

async function send(
  origin: Origin,
  answer: Response,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  secured(answer, origin);
  const text = await answer.text();
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(request.method === "HEAD" ? undefined : text);
}

function languageOf({ headers }: IncomingMessage): string {
  return languageAsked(headers.cookie, headers["accept-language"]);
}

function refusal(code: "unavailable" | "too_large", language: string): Response {
  return failed({ code, ...commonRefusals[code] }, randomUUID(), language);
}

function page(language: string): Response {
  const nonce = randomBytes(16).toString("base64");
  const words = (key: string) => escaped(sentence(language, `failure.${key}`));
  const html = `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${RETRY_SECONDS}">
<title>${words("awayTitle")}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
<h1>${words("awayTitle")}</h1>
<p>${words("awayText")}</p>
<p><a href="">${words("again")}</a></p>
</main>
</body>
</html>
`;
  return new Response(html, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
  });
}

// The tokens of experience.md: no style sheet of the build may be there to load.
const style = `
:root { color-scheme: light dark; --canvas: #fbfaf7; --ink: #16202b; --muted: #55606e; --accent: #0b6b66; --on: #fff }
@media (prefers-color-scheme: dark) {
  :root { --canvas: #0f1519; --ink: #e9eef1; --muted: #a2afb9; --accent: #5cc7bf; --on: #06211f }
}
body { margin: 0; background: var(--canvas); color: var(--ink); font: 1.125rem/1.5 Figtree, system-ui, sans-serif }
main { box-sizing: border-box; max-width: 32rem; min-height: 100vh; margin: auto; padding: 3rem 1rem;
  display: flex; flex-direction: column; justify-content: center; text-align: center }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 }
p { color: var(--muted); margin: 1rem 0 0 }
a { display: inline-block; padding: .75rem 1.5rem; border-radius: 10px; background: var(--accent); color: var(--on);
  font-weight: 600; text-decoration: none }
a:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }`;

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
