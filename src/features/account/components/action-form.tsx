"use client";

import { Button } from "@/components/button";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useForm } from "@/components/use-form";

type ActionFormProps<Value> = {
  path: string;
  body?: Record<string, unknown>;
  label: string;
  kind?: "primary" | "secondary" | "quiet" | "danger";
  disabled?: boolean;
  onDone: (value: Value) => void;
};

/** One thing to do, on one button; what stands against it is said above. */
export function ActionForm<Value = unknown>(props: ActionFormProps<Value>) {
  const { path, body, label, kind = "secondary", disabled = false, onDone } = props;
  const form = useForm<Value>({ path, body: () => body ?? {}, onDone: (value) => onDone(value) });
  return (
    <form {...form.props}>
      <Stack gap={3}>
        {form.failure && (
          <Notice live tone="danger">
            {form.failure.message}
          </Notice>
        )}
        <Button disabled={disabled} kind={kind} pending={form.pending} type="submit">
          {label}
        </Button>
      </Stack>
    </form>
  );
}
