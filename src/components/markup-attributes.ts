import type { ReactNode } from "react";

export interface Attributes {
  readonly children?: ReactNode;
  readonly [name: string]: unknown;
}

/** Names that HTML and SVG write otherwise than React; of all others only the case differs, which HTML does not mind. */
const written: Readonly<Record<string, string>> = {
  className: "class",
  fillRule: "fill-rule",
  htmlFor: "for",
  markerMid: "marker-mid",
  strokeDasharray: "stroke-dasharray",
  strokeLinecap: "stroke-linecap",
  strokeLinejoin: "stroke-linejoin",
  strokeWidth: "stroke-width",
  tabIndex: "tabindex",
  vectorEffect: "vector-effect",
};

/** ` class="…" href="…"`, escaped. Throws at handlers, styles and ready-made HTML. */
export function attributesOf(props: Attributes): string {
  let text = "";
  for (const name in props) {
    if (name === "children" || name === "key" || name === "ref") continue;
    const value = props[name];
    if (value === undefined || value === null) continue;
    if (typeof value === "boolean") text += flag(name, value);
    else if (typeof value === "string") text += ` ${written[name] ?? name}="${escaped(value)}"`;
    else if (typeof value === "number") text += ` ${written[name] ?? name}="${value}"`;
    else throw new Error(`${name} cannot be drawn`);
  }
  return text;
}

function flag(name: string, value: boolean): string {
  if (name.startsWith("aria-") || name.startsWith("data-")) return ` ${name}="${value}"`;
  return value ? ` ${name}=""` : "";
}

const special = /[&<>"']/;
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

/** Text that means nothing but itself, in content and in attributes. */
export function escaped(text: string): string {
  return special.test(text) ? text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign) : text;
}
