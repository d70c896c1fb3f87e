"use client";

import { Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";

const fields = ["mobile", "home", "work", "email", "loginName"] as const;
type Field = (typeof fields)[number];

type EditContactProps = {
  patientId: string;
  version: number;
  /** What stands on the record; without a login name it cannot be changed here. */
  contact: Partial<Record<Field, string>>;
  note: string;
  words: Record<
    Field | "open" | "title" | "mobileHint" | "loginNameHint" | "save" | "cancel",
    string
  >;
};

/** Sends only what was changed, so that what stays is not judged again. */
export function EditContact({ patientId, version, contact, note, words }: EditContactProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const form = useForm({
    path: `/api/patients/${patientId}/contact`,
    body: (values) => ({
      version,
      ...Object.fromEntries(
        fields
          .filter((field) => contact[field] !== undefined)
          .map((field) => [field, values.text(field).trim()] as const)
          .filter(([field, typed]) => typed !== contact[field]),
      ),
    }),
    onDone: () => {
      setOpen(false);
      router.refresh();
    },
  });
  const kinds = {
    mobile: { type: "tel", hint: words.mobileHint },
    home: { type: "tel" },
    work: { type: "tel" },
    email: { type: "email" },
    loginName: { type: "text", hint: words.loginNameHint },
  } as const;
  return (
    <>
      <Button
        icon={<Pencil aria-hidden="true" className="size-4" />}
        kind="quiet"
        onClick={() => setOpen(true)}
        small
      >
        {words.open}
      </Button>
      <Dialog onClose={() => setOpen(false)} open={open} title={words.title}>
        <form {...form.props}>
          <Stack gap={4}>
            <Notice>{note}</Notice>
            <FormErrorSummary form={form} />
            {fields.map(
              (field) =>
                contact[field] !== undefined && (
                  <TextField
                    {...form.field(field)}
                    {...kinds[field]}
                    autoComplete="off"
                    defaultValue={contact[field]}
                    key={field}
                    label={words[field]}
                    maxLength={254}
                  />
                ),
            )}
            <Actions>
              <Button pending={form.pending} type="submit">
                {words.save}
              </Button>
              <Button kind="quiet" onClick={() => setOpen(false)}>
                {words.cancel}
              </Button>
            </Actions>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
