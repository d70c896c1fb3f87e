import { isValidElement, type ReactNode } from "react";
import { type Attributes, attributesOf, escaped } from "./markup-attributes";

const FRAGMENT = Symbol.for("react.fragment");
const FORWARD_REF = Symbol.for("react.forward_ref");
const withoutEnd = new Set(["br", "hr", "img", "input", "link", "meta", "wbr"]);

/**
 * Props of an element whose content is drawn as text on the server. React sends and visits every element of a page three
 * times (experience.md, Speed); this way it does so once, for the whole. Content stays JSX, and holds nothing that lives
 * in the browser: no client component, no handler, nothing that waits. Every text and attribute is escaped.
 */
export function drawn(content: ReactNode): { dangerouslySetInnerHTML: { __html: string } } {
  return { dangerouslySetInnerHTML: { __html: markupOf(content) } };
}

/** The HTML of elements and plain function components, icons of Lucide among them. Throws at anything else. */
export function markupOf(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string") return escaped(node);
  if (typeof node === "number" || typeof node === "bigint") return String(node);
  if (Array.isArray(node)) return node.map(markupOf).join("");
  if (!isValidElement<Attributes>(node)) throw new Error("Only elements and text can be drawn");
  const { type, props } = node;
  if (typeof type === "string") return elementOf(type, props);
  const kind: unknown = type;
  if (kind === FRAGMENT) return markupOf(props.children);
  if (isIcon(props)) return iconOf(props);
  if (typeof kind === "function") {
    if ("$$typeof" in kind) throw new Error("A client component cannot be drawn");
    return markupOf(kind(props));
  }
  if (isForwarding(kind)) return markupOf(kind.render(props, null));
  throw new Error("Only elements and plain components can be drawn");
}

function elementOf(name: string, props: Attributes): string {
  const start = `<${name}${attributesOf(props)}`;
  return withoutEnd.has(name) ? `${start}/>` : `${start}>${markupOf(props.children)}</${name}>`;
}

interface Forwarding {
  readonly render: (props: Attributes, ref: null) => ReactNode;
}

function isForwarding(type: unknown): type is Forwarding {
  return (
    typeof type === "object" && type !== null && "$$typeof" in type && type.$$typeof === FORWARD_REF
  );
}

interface IconProps extends Attributes {
  readonly icon: { readonly node: readonly (readonly [string, Attributes])[] };
}

/** What a Lucide icon hands to the client component that would draw it in the browser. */
function isIcon(props: Attributes): props is IconProps {
  const { icon } = props;
  return typeof icon === "object" && icon !== null && "node" in icon && Array.isArray(icon.node);
}

const inner = new WeakMap<IconProps["icon"], string>();

function iconOf({ icon, ref: _, ...props }: IconProps): string {
  let lines = inner.get(icon);
  if (lines === undefined) {
    lines = icon.node.map(([name, lineProps]) => elementOf(name, lineProps)).join("");
    inner.set(icon, lines);
  }
  return `<svg width="24" height="24" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" stroke-width="2" viewBox="0 0 24 24"${attributesOf(props)}>${lines}</svg>`;
}
