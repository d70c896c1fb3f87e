import type { ComponentProps, ReactNode } from "react";
import { describedBy, FieldError, FieldHint, type FieldProps } from "./field-frame";

type CheckboxProps = Omit<FieldProps, "label"> &
  Omit<ComponentProps<"input">, keyof FieldProps | "type"> & { label: ReactNode };

/** A box to tick, with its whole line as the target. */
export function Checkbox({ label, hint, error, id, ...input }: CheckboxProps) {
  const controlId = id ?? input.name;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex min-h-11 items-start gap-3">
        <input
          {...input}
          {...describedBy(controlId, hint, error)}
          className="check-mark mt-2.5"
          id={controlId}
          type="checkbox"
        />
        <label className="grow py-2.5" htmlFor={controlId}>
          {label}
        </label>
      </div>
      <FieldHint id={controlId}>{hint}</FieldHint>
      <FieldError id={controlId}>{error}</FieldError>
    </div>
  );
}

export type Choice = {
  value: string;
  label: ReactNode;
  description?: ReactNode;
  /** Stands at the end of the line, such as a length or a price. */
  aside?: ReactNode;
  disabled?: boolean;
};

type RadioCardsProps = FieldProps & {
  choices: Choice[];
  defaultValue?: string;
  value?: string;
  onChoose?: (value: string) => void;
  columns?: 1 | 2 | 3;
};

const grids = { 1: "", 2: "sm:grid-cols-2", 3: "grid-cols-2 sm:grid-cols-3" };

/** One of a few, each on its own card. */
export function RadioCards(props: RadioCardsProps) {
  const { name, label, id = name, hint, error, choices, columns = 1, onChoose } = props;
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5" {...describedBy(id, hint, error)}>
      <legend className="mb-1.5 font-semibold">{label}</legend>
      <FieldHint id={id}>{hint}</FieldHint>
      <div className={`grid gap-2 ${grids[columns]}`}>
        {choices.map((choice, index) => (
          <label className={card} key={choice.value}>
            <input
              className="radio-mark"
              disabled={choice.disabled}
              id={index === 0 ? id : `${id}-${choice.value}`}
              name={name}
              onChange={onChoose && (() => onChoose(choice.value))}
              type="radio"
              value={choice.value}
              {...(props.value === undefined
                ? { defaultChecked: props.defaultValue === choice.value }
                : { checked: props.value === choice.value })}
            />
            <span className="flex min-w-0 grow flex-col">
              <span className="font-medium">{choice.label}</span>
              {choice.description && (
                <span className="text-muted text-sm">{choice.description}</span>
              )}
            </span>
            {choice.aside && <span className="shrink-0 text-muted text-sm">{choice.aside}</span>}
          </label>
        ))}
      </div>
      <FieldError id={id}>{error}</FieldError>
    </fieldset>
  );
}

const card = [
  "flex min-h-13 cursor-pointer items-center gap-3 rounded-control border border-edge bg-surface px-4 py-3",
  "transition-colors hover:border-ink",
  "has-checked:border-accent has-checked:bg-accent-soft has-checked:shadow-[inset_0_0_0_1px_var(--accent)]",
  "has-disabled:cursor-not-allowed has-disabled:border-hairline has-disabled:text-muted",
  "has-focus-visible:outline-3 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
].join(" ");
