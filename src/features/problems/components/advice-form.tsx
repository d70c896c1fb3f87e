"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Actions, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { TextArea } from "@/components/text-field";
import { useForm } from "@/components/use-form";

type Kind = "lost" | "cracked" | "ill_fitting" | "other";
type Texts = Record<Kind, string>;

type AdviceFormProps = {
  path: string;
  advice: Texts;
  /** Below each field: what is read where it is empty. */
  hints: Texts;
  labels: Texts;
  words: Record<"save" | "saved", string>;
};

const kinds: readonly Kind[] = ["lost", "cracked", "ill_fitting", "other"];

/** What a patient reads at once when they report a problem, one text per kind (R25). */
export function AdviceForm({ path, advice, hints, labels, words }: AdviceFormProps) {
  const router = useRouter();
  const [isSaved, setIsSaved] = useState(false);
  const form = useForm({
    path,
    body: (values) => {
      setIsSaved(false);
      const typed = Object.fromEntries(kinds.map((kind) => [kind, values.text(kind)]));
      return { advice: typed, seen: advice };
    },
    onDone: () => {
      setIsSaved(true);
      router.refresh();
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={4}>
        <FormErrorSummary form={form} />
        {isSaved && (
          <Notice live tone="success">
            {words.saved}
          </Notice>
        )}
        <div className="grid items-start gap-4 lg:grid-cols-2">
          {kinds.map((kind) => (
            <TextArea
              {...form.field(kind)}
              defaultValue={advice[kind]}
              dir="auto"
              hint={hints[kind]}
              key={kind}
              label={labels[kind]}
              maxLength={2000}
              rows={3}
            />
          ))}
        </div>
        <Actions>
          <Button kind="secondary" pending={form.pending} type="submit">
            {words.save}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}
