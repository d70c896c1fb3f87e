"use client";

import { useEffect, useRef } from "react";
import { isDay } from "../view/calendar-days";

/** What is typed digit by digit is a day at many digits: the diary goes there once the fingers rest. */
const REST_MS = 700;

type DayJumpProps = { label: string; on: string; onGo: (on: string) => void };

/** Goes to a day that is picked or typed; Enter goes at once. */
export function DayJump({ label, on, onGo }: DayJumpProps) {
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  const go = (to: string) => {
    clearTimeout(rest.current);
    if (isDay(to) && to !== on) onGo(to);
  };
  return (
    <input
      aria-label={label}
      className="control w-36 lg:min-h-9 lg:py-1"
      defaultValue={on}
      onChange={({ target: { value } }) => {
        clearTimeout(rest.current);
        rest.current = setTimeout(() => go(value), REST_MS);
      }}
      onKeyDown={({ key, currentTarget }) => {
        if (key === "Enter") go(currentTarget.value);
      }}
      type="date"
    />
  );
}
