import { House } from "lucide-react";
import { createElement as h, memo, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ArchProgress } from "@/components/arch-progress";
import { CountBadge } from "@/components/badge";
import { DataTable } from "@/components/data-table";
import { drawn, markupOf } from "@/components/drawn";
import { Card, PageTitle } from "@/components/layout";
import { SkeletonRows } from "@/components/skeleton";

const evil = `<script>alert("1")</script> & 'x'`;

const same: Record<string, ReactNode> = {
  "text that looks like HTML": h("p", null, evil, 0, 1n, null, false, undefined, true, ""),
  "attributes that look like HTML": h("a", {
    href: `/x?a=1&b="2"`,
    title: evil,
    "aria-label": evil,
  }),
  flags: h("p", { hidden: true, "aria-hidden": false, "data-on": true, "aria-busy": undefined }),
  "elements without an end": h("p", null, "a", h("br"), h("hr", { className: "x" })),
  "fragments and lists": [h("i", { key: 1 }, 1), h("b", { key: 2 }, [h("u", { key: "a" }, "2")])],
  svg: h(
    "svg",
    { viewBox: "0 0 2 2", strokeWidth: 2, strokeLinecap: "round", preserveAspectRatio: "none" },
    h("path", { d: "M0 0", fillRule: "evenodd", strokeDasharray: "0 4", vectorEffect: "none" }),
    h("use", { href: "#a" }),
  ),
  "an arch": h(ArchProgress, { worn: 3, total: 9, label: evil }, h("b", null, 3)),
  chips: h("p", null, h(CountBadge, { count: 120, label: evil })),
  "cards and headings": h(Card, { tone: "sunken" }, h(PageTitle, { title: evil, lead: "b" })),
  "a table": h(DataTable<string>, {
    caption: evil,
    columns: [
      { key: "a", header: "A", cell: (row) => row, names: true },
      { key: "b", header: "B", cell: (row) => h("i", null, row), numeric: true },
    ],
    rows: ["x", evil],
    rowKey: (row) => row,
  }),
  "a skeleton": h(SkeletonRows, { rows: 2 }),
};

it.each(Object.entries(same))("what is drawn is what React writes: %s", (_, node) => {
  expect(drawn(node).dangerouslySetInnerHTML.__html).toBe(renderToStaticMarkup(node));
});

it("draws the lines of an icon, with what was said of it", () => {
  const icon = markupOf(h(House, { className: "size-5", "aria-hidden": "true" }));
  const lines = (svg: string) => [...svg.matchAll(/ d="([^"]+)"/g)].map(([, d]) => d);
  expect(lines(icon)).toEqual(lines(renderToStaticMarkup(h(House))));
  expect(icon).toMatch(/^<svg [^>]* class="size-5" aria-hidden="true"><path /);
});

const never: Record<string, ReactNode> = {
  "a handler": h("p", { onClick: () => undefined }, "x"),
  "a style": h("p", { style: { color: "red" } }),
  "ready-made HTML": h("p", drawn("x")),
  "what waits": h(async () => h("p")),
  "what remembers": h(memo(() => h("p"))),
};

it.each(Object.entries(never))("refuses %s", (_, node) => {
  expect(() => markupOf(node)).toThrow();
});
