"use client";

import { SettingForm } from "@/components/setting-form";
import { TextArea } from "@/components/text-field";
import { type ProblemKind, problemKinds } from "@/domain/problems/problem-kind";

type Texts = Record<ProblemKind, string>;

type AdviceFormProps = {
  path: string;
  advice: Texts;
  /** Below each field: what is read where it is empty. */
  hints: Texts;
  labels: Texts;
  words: Record<"save" | "saved", string>;
};

/** What a patient reads at once when they report a problem, one text per kind (R25). */
export function AdviceForm({ path, advice, hints, labels, words }: AdviceFormProps) {
  return (
    <SettingForm
      body={(values) => {
        const typed = Object.fromEntries(problemKinds.map((kind) => [kind, values.text(kind)]));
        return { advice: typed, seen: advice };
      }}
      fields={(field) => (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          {problemKinds.map((kind) => (
            <TextArea
              {...field(kind)}
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
      )}
      kind="secondary"
      path={path}
      words={words}
    />
  );
}
