import type { ReactNode } from "react";
import { classNames } from "@/lib/class-names";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their column. */
  numeric?: boolean;
  /** The cell that names the row. */
  names?: boolean;
  /** Left out below 768 px. */
  wideOnly?: boolean;
};

type DataTableProps<Row> = {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
};

/** A dense table for the practice's side; scrolls in itself, never the page. */
export function DataTable<Row>({ caption, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={caption} className="overflow-x-auto" tabIndex={0}>
      <table className="w-full border-collapse text-start text-dense">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-hairline border-b text-muted text-sm">
            {columns.map((column) => (
              <th className={cellLook(column, "py-2 font-medium")} key={column.key} scope="col">
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              className="border-hairline border-b last:border-0 hover:bg-sunken"
              key={rowKey(row)}
            >
              {columns.map((column) =>
                column.names ? (
                  <th className={cellLook(column, "font-semibold")} key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td className={cellLook(column)} key={column.key}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function cellLook<Row>(column: Column<Row>, more = "") {
  return classNames(
    "px-3 py-2.5 align-middle first:ps-4 last:pe-4",
    column.numeric ? "text-end" : "text-start",
    column.wideOnly && "hidden md:table-cell",
    more,
  );
}
