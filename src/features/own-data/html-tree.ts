import { type HtmlLook, labelHtml, valueHtml } from "./html-value";

type Fields = Readonly<Record<string, unknown>>;

/** More columns than this do not fit a printed page. */
const mostColumns = 6;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whatever there is, in full: facts as lists, many alike as a table, what holds more as blocks of its own. */
export function treeHtml(name: string, value: unknown, look: HtmlLook): string {
  if (Array.isArray(value)) return listHtml(name, value, look);
  if (isFields(value)) return factsHtml(value, look);
  return `<p>${valueHtml(name, value, look)}</p>`;
}

function listHtml(name: string, items: readonly unknown[], look: HtmlLook): string {
  if (items.length === 0) return `<p class="none">${look.words("none") ?? ""}</p>`;
  const rows = items.filter(isFields);
  if (rows.length < items.length)
    return `<ul>${items.map((item) => `<li>${valueHtml(name, item, look)}</li>`).join("")}</ul>`;
  const columns = Object.keys(rows[0] ?? {});
  const isFlat = rows.every((row) =>
    columns.every((column) => !Array.isArray(row[column]) && !isLongText(column)),
  );
  return isFlat && columns.length <= mostColumns
    ? tableHtml(columns, rows, look)
    : rows.map((row) => `<article>${factsHtml(row, look)}</article>`).join("");
}

function isLongText(column: string): boolean {
  return column === "body";
}

function tableHtml(columns: readonly string[], rows: readonly Fields[], look: HtmlLook): string {
  const head = columns.map((column) => `<th scope="col">${labelHtml(column, look)}</th>`).join("");
  const body = rows.map(
    (row) =>
      `<tr>${columns.map((column) => `<td>${cellHtml(column, row[column], look)}</td>`).join("")}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}

/** A small thing inside a cell, like the stage of a change, in one line. */
function cellHtml(name: string, value: unknown, look: HtmlLook): string {
  if (!isFields(value)) return valueHtml(name, value, look);
  return Object.entries(value)
    .map(([inner, one]) => valueHtml(inner, one, look))
    .join(" ");
}

function factsHtml(fields: Fields, look: HtmlLook): string {
  const entries = Object.entries(fields);
  const plain = entries.filter(([, value]) => !Array.isArray(value));
  const lists = entries.filter(([, value]) => Array.isArray(value));
  const facts = plain.map(
    ([name, value]) =>
      `<div><dt>${labelHtml(name, look)}</dt><dd>${cellHtml(name, value, look)}</dd></div>`,
  );
  const parts = lists.map(
    ([name, value]) =>
      `<section class="part"><h3>${labelHtml(name, look)}</h3>${treeHtml(name, value, look)}</section>`,
  );
  return `<dl>${facts.join("")}</dl>${parts.join("")}`;
}
