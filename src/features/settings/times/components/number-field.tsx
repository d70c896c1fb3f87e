import type { ComponentProps } from "react";
import { TextField } from "@/components/text-field";

/** A whole number, typed; narrow, as long as its numbers are. */
export function NumberField(props: ComponentProps<typeof TextField>) {
  return (
    <TextField
      {...props}
      autoComplete="off"
      className="max-w-36 tabular-nums"
      inputMode="numeric"
      maxLength={6}
    />
  );
}
