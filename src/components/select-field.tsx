import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { describedBy, FieldFrame, type FieldProps } from "./field-frame";

export type Option = { value: string; label: string; disabled?: boolean };
type SelectFieldProps = FieldProps &
  Omit<ComponentProps<"select">, keyof FieldProps | "children"> & {
    options: Option[];
    /** First entry with an empty value, when nothing is chosen yet. */
    emptyLabel?: string;
  };

/** The browser's own list, dressed. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, id, options, emptyLabel, ...select } = props;
  const controlId = id ?? select.name;
  return (
    <FieldFrame error={error} hint={hint} id={controlId} label={label}>
      <div className="relative">
        <select
          {...select}
          {...describedBy(controlId, hint, error)}
          className="control appearance-none pe-10"
          id={controlId}
        >
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          {options.map((option) => (
            <option disabled={option.disabled} key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute inset-e-3 top-1/2 size-5 -translate-y-1/2 text-muted"
        />
      </div>
    </FieldFrame>
  );
}
