"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button";
import { RadioCards } from "@/components/choices";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useForm } from "@/components/use-form";
import type { OwnDataFile } from "@/features/own-data/schema";
import { fillIn } from "@/lib/fill-in";
import { saveFile } from "@/lib/save-file";

type ExportFormProps = {
  patientId: string | undefined;
  words: Record<string, string>;
  done: string;
};

/** Asks for the file and saves it, once the factor is fresh (S11). */
export function ExportForm({ patientId, words, done }: ExportFormProps) {
  const [saved, setSaved] = useState<string | null>(null);
  const form = useForm<OwnDataFile>({
    path: "/api/account/export",
    body: (values) => ({ format: values.text("format"), ...(patientId && { patientId }) }),
    onDone: (file) => {
      saveFile(file);
      setSaved(fillIn(done, { fileName: file.fileName }));
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        {saved !== null && (
          <Notice live tone="success" title={saved}>
            {words.keep}
          </Notice>
        )}
        <RadioCards
          {...form.field("format")}
          choices={[
            { value: "html", label: words.html, description: words.htmlText },
            { value: "json", label: words.json, description: words.jsonText },
          ]}
          columns={2}
          defaultValue="html"
          label={words.format ?? ""}
        />
        <Button
          icon={<Download aria-hidden="true" className="size-4.5" />}
          pending={form.pending}
          type="submit"
        >
          {words.go}
        </Button>
      </Stack>
    </form>
  );
}
