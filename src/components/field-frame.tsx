import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type FieldProps = {
  name: string;
  label: string;
  /** Defaults to the name; needed where two forms on a page share one. */
  id?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
};

/** Ids that tie a control to its hint and its error. */
export function describedBy(id: string, hint: ReactNode, error: string | undefined) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return {
    "aria-describedby": ids || undefined,
    "aria-invalid": error ? true : undefined,
  } as const;
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div className="text-muted text-sm" id={`${id}-hint`}>
      {children}
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children: string | undefined }) {
  if (!children) return null;
  return (
    <p
      className="flex animate-settle items-start gap-1.5 font-medium text-danger text-sm"
      id={`${id}-error`}
    >
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}

type FrameProps = Pick<FieldProps, "label" | "hint" | "error"> & {
  id: string;
  children: ReactNode;
};

/** Label above, hint under it, the control, and what is wrong right beneath. */
export function FieldFrame({ id, label, hint, error, children }: FrameProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label className="w-fit font-semibold" htmlFor={id}>
        {label}
      </label>
      <FieldHint id={id}>{hint}</FieldHint>
      {children}
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}
