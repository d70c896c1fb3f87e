"use client";

import { useEffect, useState } from "react";
import { TextField } from "@/components/text-field";

type NumberEntryProps = {
  id: string;
  label: string;
  /** Null: nothing common to show. */
  value: number | null;
  onEnter: (value: number | null) => void;
  least: number;
  most: number;
  step?: number;
  /** May be left empty, which stands for null. */
  mayBeEmpty?: boolean;
  placeholder?: string;
  hint?: string | undefined;
  disabled?: boolean;
  className?: string;
};

/** A number that counts once it is entered: while "2" becomes "24" nothing happens to the plan. */
export function NumberEntry(props: NumberEntryProps) {
  const { id, label, value, onEnter, least, most, step = 1, mayBeEmpty = false } = props;
  const [text, setText] = useState(shown(value));
  useEffect(() => setText(shown(value)), [value]);
  function enter() {
    const typed = Number(text.replace(",", "."));
    if (text.trim() === "" || Number.isNaN(typed)) {
      if (mayBeEmpty && text.trim() === "") onEnter(null);
      else setText(shown(value));
      return;
    }
    const stepped = Math.round(typed / step) * step;
    const entered = Math.min(most, Math.max(least, Math.round(stepped * 100) / 100));
    setText(shown(entered));
    if (entered !== value) onEnter(entered);
  }
  return (
    <TextField
      autoComplete="off"
      className={props.className ?? "max-w-28"}
      disabled={props.disabled}
      hint={props.hint}
      id={id}
      inputMode={step < 1 ? "decimal" : "numeric"}
      label={label}
      name={id}
      onBlur={enter}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") {
          event.preventDefault();
          enter();
        }
        if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
        event.preventDefault();
        const next = (value ?? least) + (event.key === "ArrowUp" ? step : -step);
        onEnter(Math.min(most, Math.max(least, Math.round(next * 100) / 100)));
      }}
      placeholder={props.placeholder}
      value={text}
    />
  );
}

function shown(value: number | null): string {
  return value === null ? "" : String(value);
}
