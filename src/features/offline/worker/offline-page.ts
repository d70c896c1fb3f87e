import { spoken } from "./page-words";

const look = `
:root{color-scheme:light dark;--ink:light-dark(#16202b,#e9eef1);--muted:light-dark(#55606e,#a2afb9);--accent:light-dark(#0b6b66,#5cc7bf)}
body{margin:0;min-height:100dvh;display:grid;place-items:center;background:light-dark(#fbfaf7,#0f1519);color:var(--ink);font:1.0625rem/1.5 Figtree,system-ui,sans-serif}
main{max-width:26rem;padding:1.5rem}h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}p{margin:0;color:var(--muted)}
ul{list-style:none;margin:1.25rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
a{display:inline-flex;min-height:2.75rem;align-items:center;color:var(--accent);font-weight:600}`;

/**
 * A page that was not kept, in the first of these languages that there is. It knows nobody; ways lead on only where
 * this phone keeps something.
 */
export function offlinePage(
  kept: { search: string } | null,
  languages: readonly (string | undefined)[],
): Response {
  const { language, direction, words } = spoken(languages);
  const { title, text, nothing, again, home: toHome, treatment, care } = words;
  const ways = Object.entries({ "/": toHome, "/treatment": treatment, "/care": care });
  const links = kept
    ? ways.map(([path, name]) => `<li><a href="${path}${kept.search}">${name}</a></li>`).join("")
    : `<li><a href="">${again}</a></li>`;
  const body = `<!doctype html><html lang="${language}" dir="${direction}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} · Archway</title><style>${look}</style><main><h1>${title}</h1><p>${kept ? text : nothing}</p><ul>${links}</ul></main></html>`;
  return new Response(body, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      "cache-control": "no-store",
    },
  });
}
