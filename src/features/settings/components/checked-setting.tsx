"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/button";
import { DialogForm } from "@/components/dialog-form";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Card, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { type FormValues, type UseForm, useForm } from "@/components/use-form";
import { getJson } from "@/lib/api-client";

export const checkedSettingWordKeys = ["check", "dialogTitle", "save", "cancel", "saved"] as const;

type CheckedSettingProps<Wish, Preview> = {
  /** Takes `{ [setting]: wish, seen }` as a post; what it would do is below it, at `/preview`. */
  path: string;
  /** What the fields say. */
  wishOf: (values: FormValues) => Wish;
  queryOf: (wish: Wish) => Record<string, string>;
  bodyOf: (wish: Wish) => unknown;
  fields: (field: UseForm["field"]) => ReactNode;
  told: (preview: Preview) => ReactNode;
  words: Record<(typeof checkedSettingWordKeys)[number], string>;
};

/** A setting that says what it will do to how many before it is saved. */
export function CheckedSetting<Wish, Preview>(props: CheckedSettingProps<Wish, Preview>) {
  const { path, wishOf, queryOf, bodyOf, fields, told, words } = props;
  const router = useRouter();
  const [checked, setChecked] = useState<{ wish: Wish; preview: Preview } | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const wished = useRef<Wish | null>(null);
  const check = useForm<Preview>({
    path,
    body: (values) => {
      wished.current = wishOf(values);
      return wished.current;
    },
    send: () => {
      setIsSaved(false);
      const query = wished.current === null ? {} : queryOf(wished.current);
      return getJson<Preview>(`${path}/preview?${new URLSearchParams(query)}`);
    },
    onDone: (preview) => {
      if (wished.current !== null) setChecked({ wish: wished.current, preview });
    },
  });
  const save = useForm({
    path,
    body: () => checked && bodyOf(checked.wish),
    onDone: () => {
      setChecked(null);
      setIsSaved(true);
      router.refresh();
    },
  });
  return (
    <Card>
      <form {...check.props}>
        <Stack gap={6}>
          <FormErrorSummary form={check} />
          {isSaved && (
            <Notice live tone="success">
              {words.saved}
            </Notice>
          )}
          {fields(check.field)}
          <Actions>
            <Button pending={check.pending} type="submit">
              {words.check}
            </Button>
          </Actions>
        </Stack>
      </form>
      <DialogForm
        form={save}
        onClose={() => setChecked(null)}
        open={checked !== null}
        title={words.dialogTitle}
        words={{ submit: words.save, cancel: words.cancel }}
      >
        {checked && told(checked.preview)}
      </DialogForm>
    </Card>
  );
}
