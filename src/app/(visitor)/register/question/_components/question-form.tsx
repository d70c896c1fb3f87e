"use client";

import { useState } from "react";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { TextField } from "@/components/text-field";
import { useUiWords } from "@/components/ui-words";
import { useForm } from "@/components/use-form";
import { postJson } from "@/lib/api-client";
import { useStepRouter } from "../../_components/go-to-step";

const path = "/api/registrations/question";

/** R5: the postcode, or the wish that the practice decides. */
export function QuestionForm({
  words,
}: {
  words: Record<"postcode" | "hint" | "go" | "unsure" | "decide", string>;
}) {
  const { go, strayed } = useStepRouter();
  const ui = useUiWords();
  const [isLeaving, setLeaving] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const form = useForm<{ step: string }>({ path, onDone: go, onRefused: strayed });

  /** The same door with nothing said: it never settles it, so the practice decides. */
  async function leaveIt() {
    setLeaving(true);
    const answer = await postJson<{ step: string }>(path, { answer: "" });
    if (answer.ok) {
      go(answer.value);
      return;
    }
    if (strayed(answer)) return;
    setLeaving(false);
    setWrong(answer.message || ui.offline);
  }

  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        <TextField
          {...form.field("answer")}
          autoCapitalize="characters"
          autoComplete="postal-code"
          hint={words.hint}
          label={words.postcode}
          required
        />
        <Button pending={form.pending} type="submit" wide>
          {words.go}
        </Button>
        <section className="flex flex-col gap-2 rounded-control bg-sunken p-4">
          <p>{words.unsure}</p>
          {wrong && (
            <Notice live tone="notice">
              {wrong}
            </Notice>
          )}
          <div>
            <Button kind="secondary" onClick={leaveIt} pending={isLeaving} small>
              {words.decide}
            </Button>
          </div>
        </section>
      </Stack>
    </form>
  );
}
