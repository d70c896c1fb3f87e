"use client";

import type { ComponentProps } from "react";
import { describedBy, FieldFrame, type FieldProps } from "./field-frame";

type CodeFieldProps = FieldProps &
  Omit<ComponentProps<"input">, keyof FieldProps | "type" | "maxLength"> & {
    /** How many digits the code has. */
    length?: number;
    /** Lets letters and hyphens through, for recovery codes. */
    anyCharacter?: boolean;
  };

/** One field for a code sent by text; a pasted "123 456" is understood. */
export function CodeField(props: CodeFieldProps) {
  const { label, hint, error, id, length = 6, anyCharacter = false, ...input } = props;
  const controlId = id ?? input.name;
  const described = describedBy(controlId, hint, error);
  const ids = [input["aria-describedby"], described["aria-describedby"]].filter(Boolean);
  return (
    <FieldFrame error={error} hint={hint} id={controlId} label={label}>
      <input
        autoCapitalize="none"
        autoComplete="one-time-code"
        autoCorrect="off"
        enterKeyHint="go"
        inputMode={anyCharacter ? "text" : "numeric"}
        spellCheck={false}
        {...input}
        {...described}
        aria-describedby={ids.join(" ") || undefined}
        className="control min-h-14 max-w-60 font-semibold text-2xl tracking-[0.3em]"
        id={controlId}
        onInput={(event) => {
          const field = event.currentTarget;
          const kept = anyCharacter
            ? field.value.trimStart()
            : field.value.replace(/\D/g, "").slice(0, length);
          if (kept !== field.value) field.value = kept;
          input.onInput?.(event);
        }}
        type="text"
      />
    </FieldFrame>
  );
}
