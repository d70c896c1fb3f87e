"use client";

import { type ClipboardEvent, useState } from "react";
import { composedDate, type DateParts, pastedDate } from "@/lib/pasted-date";
import { describedBy, FieldError, FieldHint, type FieldProps } from "./field-frame";
import { useUiWords } from "./ui-words";

type DateFieldProps = FieldProps & {
  /** YYYY-MM-DD */
  defaultValue?: string;
  /** Offers the person's own birth date to the browser's memory. */
  birthday?: boolean;
  required?: boolean;
};

const fields = [
  { part: "day", width: "w-18", digits: 2 },
  { part: "month", width: "w-24", digits: 9 },
  { part: "year", width: "w-24", digits: 4 },
] as const;

/** Day, month and year in three fields; sends YYYY-MM-DD under its name. A whole pasted date is split. */
export function DateField(props: DateFieldProps) {
  const { name, label, id = name, hint, error, defaultValue, birthday, required } = props;
  const words = useUiWords();
  const [parts, setParts] = useState<DateParts>(() => {
    const [year = "", month = "", day = ""] = defaultValue?.split("-") ?? [];
    return { day, month, year };
  });
  const language = () => document.documentElement.lang || "en";
  const paste = (event: ClipboardEvent) => {
    const whole = pastedDate(event.clipboardData.getData("text"), language());
    if (!whole) return;
    event.preventDefault();
    setParts(whole);
  };
  const hidden =
    typeof document === "undefined" ? (defaultValue ?? "") : composedDate(parts, language());
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5" {...describedBy(id, hint, error)}>
      <legend className="mb-1.5 font-semibold">{label}</legend>
      <FieldHint id={id}>{hint}</FieldHint>
      <div className="flex flex-wrap gap-3">
        {fields.map(({ part, width, digits }) => (
          <div className={`flex flex-col gap-1 ${width}`} key={part}>
            <label className="text-sm" htmlFor={part === "day" ? id : `${id}-${part}`}>
              {words[part]}
            </label>
            <input
              aria-invalid={error ? true : undefined}
              autoComplete={birthday ? `bday-${part}` : "off"}
              className="control"
              id={part === "day" ? id : `${id}-${part}`}
              inputMode={part === "month" ? "text" : "numeric"}
              maxLength={digits}
              onChange={(event) => setParts({ ...parts, [part]: event.target.value.trim() })}
              onPaste={paste}
              required={required}
              value={parts[part]}
            />
          </div>
        ))}
      </div>
      <input name={name} suppressHydrationWarning type="hidden" value={hidden} />
      <FieldError id={id}>{error}</FieldError>
    </fieldset>
  );
}
