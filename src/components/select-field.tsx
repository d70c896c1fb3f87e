import type { ComponentProps } from "react";
import { classNames } from "@/lib/class-names";
import { describedBy, FieldFrame, type FieldProps } from "./field-frame";

export type SelectOption = { value: string; label: string };

type SelectFieldProps = FieldProps &
  Omit<ComponentProps<"select">, keyof FieldProps | "children"> & { options: SelectOption[] };

/** One of many, as the browser's own list. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, id, className, options, ...select } = props;
  const controlId = id ?? select.name;
  return (
    <FieldFrame error={error} hint={hint} id={controlId} label={label}>
      <select
        {...select}
        {...describedBy(controlId, hint, error)}
        className={classNames("control", className)}
        id={controlId}
      >
        {options.map(({ value, label: name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
