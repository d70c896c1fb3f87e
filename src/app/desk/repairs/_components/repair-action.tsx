"use client";

import { Button, type ButtonKind } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { TextField } from "@/components/text-field";
import { useRepair } from "./use-repair";

type RepairActionProps = {
  entryId: string;
  body: Readonly<Record<string, string>>;
  button: string;
  kind?: ButtonKind;
  /** What it is done to, where several of these stand under each other. */
  describes?: string;
  field?: { name: string; label: string; type?: "tel" };
};

/** One repair at one press; then the list again, with what was repaired on top. */
export function RepairAction(props: RepairActionProps) {
  const { entryId, body, button, kind = "primary", describes, field } = props;
  const form = useRepair(entryId, (values) => ({
    ...body,
    ...(field && { [field.name]: values.text(field.name) }),
  }));
  return (
    <form {...form.props} className="flex min-w-0 flex-col gap-3">
      <FormErrorSummary form={form} />
      <div className="flex flex-wrap items-end gap-3">
        {field && (
          <TextField
            {...form.field(field.name)}
            label={field.label}
            maxLength={field.type === "tel" ? 50 : 300}
            type={field.type ?? "text"}
          />
        )}
        <Button
          aria-label={describes && `${button}: ${describes}`}
          kind={kind}
          pending={form.pending}
          small
          type="submit"
        >
          {button}
        </Button>
      </div>
    </form>
  );
}
