import { fillIn } from "@/lib/fill-in";
import { formatInstantTime, zoneName } from "@/lib/format-time";
import { shortDay } from "@/lib/short-day";
import { languageFor, type Words, wordsOf } from "@/lib/words";
import type { OwnData } from "./collect-own-data";
import { treeHtml } from "./html-tree";
import { escaped, type FindWords, type HtmlLook } from "./html-value";

const style = `
:root{color-scheme:light dark;--ink:#16202e;--muted:#5a6575;--line:#d9dde3;--paper:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#eef1f5;--muted:#a9b3c1;--line:#3a4452;--paper:#141a22}}
body{max-width:60rem;margin:0 auto;padding:2rem 1.25rem 4rem;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
h1{font-size:1.75rem;line-height:1.2}h2{margin:2.5rem 0 .75rem;padding-top:1.5rem;border-top:2px solid var(--line);font-size:1.375rem}
h3{margin:1.25rem 0 .5rem;font-size:1rem}nav ul{columns:2}a{color:inherit}
dl{margin:0}dl>div{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.3rem 0;border-bottom:1px solid var(--line)}
dt{flex:0 0 14rem;color:var(--muted)}dd{flex:1 1 16rem;margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
article{margin:0 0 1rem;padding:.75rem 1rem;border:1px solid var(--line);border-radius:.75rem}
table{width:100%;border-collapse:collapse;font-size:.9375rem}th,td{padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line);text-align:start;vertical-align:top;overflow-wrap:anywhere}
th,.none,.lead{color:var(--muted);font-weight:400}
@media print{body{max-width:none;padding:0;font-size:11pt}nav{display:none}article,tr,dl>div{break-inside:avoid}}
`;

/** The same document for reading and printing: one file, nothing loaded, no script (R17). */
export function ownDataHtml(data: OwnData, languageTag: string): string {
  const language = languageFor(languageTag);
  const find = wordsIn(wordsOf(language));
  const { zone, name: practice } = data.practice;
  const look: HtmlLook = {
    language,
    zone,
    words: (key) =>
      key.startsWith("values.action.")
        ? find(`audit.actions.${key.slice("values.action.".length)}`)
        : find(`ownData.html.${key}`),
  };
  const say = (key: string, values: Record<string, string> = {}) =>
    escaped(fillIn(look.words(key) ?? key, values));
  const title = say("title", { name: nameOf(data) });
  const made = say("made", {
    practice,
    day: shortDay(data.madeAt, language, { zone, year: true }),
    time: formatInstantTime(data.madeAt, zone, language),
    zone: zoneName(data.madeAt, zone, language),
  });
  const sections = sectionsOf(data);
  const links = sections.map(([key]) => `<li><a href="#${key}">${say(`sections.${key}`)}</a></li>`);
  const bodies = sections.map(
    ([key, value]) =>
      `<section id="${key}"><h2>${say(`sections.${key}`)}</h2>${treeHtml(key, value, look)}</section>`,
  );
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p class="lead">${made}</p><p class="lead">${say("files")}</p>
<nav aria-label="${say("contents")}"><ul>${links.join("")}</ul></nav>
${bodies.join("\n")}
</main></body></html>
`;
}

function sectionsOf({ login, notificationChoices, devices, terms, activity, patient }: OwnData) {
  const of = Object.entries({ ...patient });
  const own = Object.entries({ login, terms, notificationChoices, devices, activity });
  return [...of, ...own];
}

function nameOf({ login, patient }: OwnData): string {
  const { firstName, lastName } = patient?.record ?? login;
  return `${firstName} ${lastName}`;
}

function wordsIn(words: Words): FindWords {
  return (key) => {
    let found: Words | string | undefined = words;
    for (const part of key.split("."))
      found = typeof found === "object" && Object.hasOwn(found, part) ? found[part] : undefined;
    return typeof found === "string" ? found : undefined;
  };
}
