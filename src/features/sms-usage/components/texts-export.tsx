"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useForm } from "@/components/use-form";
import { type FetchedFile, postForFile } from "@/lib/api-client";
import { fillIn } from "@/lib/fill-in";
import { saveFile } from "@/lib/save-file";

type TextsExportProps = {
  month: string;
  language: string;
  words: Record<"lead" | "csv", string>;
  done: string;
};

/** Saves the month's texts as a file, once the factor is fresh (S11). */
export function TextsExport({ month, language, words, done }: TextsExportProps) {
  const [saved, setSaved] = useState<string | null>(null);
  const form = useForm<FetchedFile>({
    path: "/api/usage/export",
    body: () => ({ month }),
    send: () => {
      setSaved(null);
      return postForFile(`/api/usage/export?month=${month}`);
    },
    onDone: (file) => {
      saveFile(file);
      const { fileName, rows } = file;
      setSaved(fillIn(done, { fileName, rows: rows.toLocaleString(language) }));
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={3}>
        <FormErrorSummary form={form} />
        {saved !== null && (
          <Notice live tone="success">
            {saved}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button
            icon={<Download aria-hidden="true" className="size-4.5" />}
            kind="secondary"
            pending={form.pending}
            type="submit"
          >
            {words.csv}
          </Button>
          <span className="text-muted">{words.lead}</span>
        </div>
      </Stack>
    </form>
  );
}
