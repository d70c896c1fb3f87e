"use client";

import { Download } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Card, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useForm } from "@/components/use-form";
import type { AuditFilters } from "@/features/audit/schema";
import { type FetchedFile, postForFile } from "@/lib/api-client";
import { fillIn } from "@/lib/fill-in";
import { saveFile } from "@/lib/save-file";

type AuditExportProps = {
  filters: AuditFilters;
  /** How many rows fit, in words. */
  fit: string;
  language: string;
  words: Record<string, string>;
  done: string;
};

const formats = ["csv", "json"] as const;

/** Saves what fits the search as a file, once the factor is fresh (S11). */
export function AuditExport({ filters, fit, language, words, done }: AuditExportProps) {
  const format = useRef<(typeof formats)[number]>("csv");
  const [saved, setSaved] = useState<string | null>(null);
  const form = useForm<FetchedFile>({
    path: "/api/audit/export",
    body: () => ({ ...filters, format: format.current }),
    send: () => {
      setSaved(null);
      const query = new URLSearchParams({ format: format.current });
      for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value);
      return postForFile(`/api/audit/export?${query.toString()}`);
    },
    onDone: (file) => {
      saveFile(file);
      const { fileName, rows } = file;
      setSaved(fillIn(done, { fileName, rows: rows.toLocaleString(language) }));
    },
  });
  return (
    <Card>
      <form {...form.props}>
        <Stack>
          <FormErrorSummary form={form} />
          {saved !== null && (
            <Notice live tone="success">
              {saved}
            </Notice>
          )}
          <p>
            <span className="font-semibold">{fit}</span>{" "}
            <span className="text-muted">{words.lead}</span>
          </p>
          <Actions>
            {formats.map((name) => (
              <Button
                icon={<Download aria-hidden="true" className="size-4.5" />}
                key={name}
                kind="secondary"
                onClick={() => {
                  format.current = name;
                }}
                pending={form.pending && format.current === name}
                type="submit"
              >
                {words[name]}
              </Button>
            ))}
          </Actions>
        </Stack>
      </form>
    </Card>
  );
}
