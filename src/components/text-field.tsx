import type { ComponentProps } from "react";
import { classNames } from "@/lib/class-names";
import { describedBy, FieldFrame, type FieldProps } from "./field-frame";

type TextFieldProps = FieldProps & Omit<ComponentProps<"input">, keyof FieldProps>;

/** One line of text, a number, an address or a telephone number. */
export function TextField({ label, hint, error, id, className, ...input }: TextFieldProps) {
  const controlId = id ?? input.name;
  return (
    <FieldFrame error={error} hint={hint} id={controlId} label={label}>
      <input
        type="text"
        {...input}
        {...describedBy(controlId, hint, error)}
        className={classNames("control", className)}
        id={controlId}
      />
    </FieldFrame>
  );
}

type TextAreaProps = FieldProps & Omit<ComponentProps<"textarea">, keyof FieldProps>;

/** Several lines; grows with what is written where the browser can. */
export function TextArea({ label, hint, error, id, className, rows = 4, ...area }: TextAreaProps) {
  const controlId = id ?? area.name;
  return (
    <FieldFrame error={error} hint={hint} id={controlId} label={label}>
      <textarea
        {...area}
        {...describedBy(controlId, hint, error)}
        className={classNames("control field-sizing-content max-h-96 min-h-24", className)}
        id={controlId}
        rows={rows}
      />
    </FieldFrame>
  );
}
