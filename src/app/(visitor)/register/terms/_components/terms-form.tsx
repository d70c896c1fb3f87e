"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { Checkbox } from "@/components/choices";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useForm } from "@/components/use-form";
import { useStepRouter } from "../../_components/go-to-step";

type TermsFormProps = {
  version: string;
  words: Record<"accept" | "mustAccept" | "go" | "changed", string>;
};

/** R4: accepting is a tick and a press; a new version brings the new text. */
export function TermsForm({ version, words }: TermsFormProps) {
  const router = useRouter();
  const { go, strayed } = useStepRouter();
  const [untold, setUntold] = useState(false);
  const [changed, setChanged] = useState(false);
  const form = useForm<{ step: string }>({
    path: "/api/registrations/terms",
    body: () => ({ version }),
    onDone: go,
    onRefused(failure) {
      if (failure.code !== "terms_outdated") return strayed(failure);
      setChanged(true);
      router.refresh();
      return true;
    },
  });
  return (
    <form
      {...form.props}
      key={version}
      onSubmit={(event) => {
        event.preventDefault();
        const accepted = new FormData(event.currentTarget).has("accepted");
        setUntold(!accepted);
        if (accepted) void form.submit(event.currentTarget);
        else document.getElementById(form.field("accepted").id)?.focus();
      }}
    >
      <Stack gap={4}>
        <FormErrorSummary form={form} />
        {changed && (
          <Notice live tone="notice">
            {words.changed}
          </Notice>
        )}
        <Checkbox
          {...form.field("accepted")}
          error={untold ? words.mustAccept : undefined}
          label={words.accept}
        />
        <Button pending={form.pending} type="submit" wide>
          {words.go}
        </Button>
      </Stack>
    </form>
  );
}
