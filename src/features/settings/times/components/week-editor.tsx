"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/button";
import { FieldError } from "@/components/field-frame";
import { SelectField } from "@/components/select-field";
import { TextField } from "@/components/text-field";
import { fillIn } from "@/lib/fill-in";
import { type HoursRow, rowAfter } from "./hours-rows";
import type { WeekWords } from "./week-word-keys";

type WeekEditorProps = {
  id: string;
  rows: HoursRow[];
  onChange: (rows: HoursRow[]) => void;
  /** With these, each block has its location and may hold for a time only. */
  locations: readonly { readonly id: string; readonly name: string }[] | null;
  error: string | undefined;
  words: WeekWords;
};

/** A week's hours, several blocks a day. */
export function WeekEditor({ id, rows, onChange, locations, error, words }: WeekEditorProps) {
  const change = (key: number, part: Partial<HoursRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const text = (row: HoursRow, name: "opens" | "closes" | "validFrom" | "validUntil") => ({
    name: `${name}-${row.key}`,
    id: `${id}-${name}-${row.key}`,
    value: row[name],
    onChange: (event: { target: { value: string } }) =>
      change(row.key, { [name]: event.target.value }),
  });
  return (
    <fieldset
      aria-describedby={error ? `${id}-error` : undefined}
      className="flex min-w-0 flex-col"
      id={id}
      tabIndex={-1}
    >
      <legend className="sr-only">{words.hours}</legend>
      <FieldError id={id}>{error}</FieldError>
      <ul className="divide-y divide-hairline">
        {["1", "2", "3", "4", "5", "6", "7"].map((weekday) => {
          const day = words.days[weekday] ?? "";
          const own = rows.filter((row) => String(row.weekday) === weekday);
          return (
            <li
              className="grid gap-2 py-4 first:pt-1 sm:grid-cols-[6rem_minmax(0,1fr)] sm:gap-4"
              key={weekday}
            >
              <h3 className="font-semibold sm:pt-2.5">{day}</h3>
              <div className="flex min-w-0 flex-col gap-2">
                {own.length === 0 && (
                  <p className="text-muted sm:pt-2.5">
                    {locations ? words.notWorking : words.closed}
                  </p>
                )}
                {own.map((row) => (
                  <div className="flex flex-wrap items-end gap-3" key={row.key}>
                    <TextField
                      {...text(row, "opens")}
                      className="max-w-33"
                      label={words.from}
                      type="time"
                    />
                    <TextField
                      {...text(row, "closes")}
                      className="max-w-33"
                      label={words.until}
                      type="time"
                    />
                    {locations && (
                      <SelectField
                        className="max-w-40"
                        id={`${id}-where-${row.key}`}
                        label={words.where}
                        name={`where-${row.key}`}
                        onChange={(event) => change(row.key, { locationId: event.target.value })}
                        options={locations.map((one) => ({ value: one.id, label: one.name }))}
                        value={row.locationId}
                      />
                    )}
                    <button
                      aria-label={fillIn(words.removeBlock, {
                        day,
                        from: row.opens,
                        until: row.closes,
                      })}
                      className="grid size-12 place-items-center rounded-control text-muted hover:bg-sunken hover:text-danger"
                      onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
                      type="button"
                    >
                      <Trash2 aria-hidden="true" className="size-5" />
                    </button>
                    {locations && (
                      <details
                        className="basis-full"
                        open={row.validFrom !== "" || row.validUntil !== ""}
                      >
                        <summary className="link w-fit text-sm">{words.limited}</summary>
                        <div className="mt-2 flex flex-wrap gap-3">
                          <TextField
                            {...text(row, "validFrom")}
                            label={words.validFrom}
                            type="date"
                          />
                          <TextField
                            {...text(row, "validUntil")}
                            label={words.validUntil}
                            type="date"
                          />
                        </div>
                      </details>
                    )}
                  </div>
                ))}
                <Button
                  aria-label={fillIn(words.addBlock, { day })}
                  className="-ms-3.5 self-start"
                  icon={<Plus aria-hidden="true" className="size-4.5" />}
                  kind="quiet"
                  onClick={() => onChange([...rows, rowAfter(rows, Number(weekday), locations)])}
                  small
                >
                  {words.hours}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <p className="text-muted text-sm">{words.midnight}</p>
    </fieldset>
  );
}
