"use client";

import { useState } from "react";
import { Button } from "@/components/button";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { TextField } from "@/components/text-field";
import { useForm } from "@/components/use-form";
import { postJson } from "@/lib/api-client";
import { attestationFor, type PasskeyOffer } from "./attestation-for";
import type { FactorWords } from "./factor-words";

type PasskeyFormProps = { device: string | null; words: FactorWords; onDone: () => void };

/** Names a passkey and has the browser make it (R13). Leaving the browser's dialog changes nothing. */
export function PasskeyForm({ device, words, onDone }: PasskeyFormProps) {
  const [stopped, setStopped] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const form = useForm<PasskeyOffer>({
    path: "/api/account/factors/passkeys",
    async onDone(begun) {
      setMaking(true);
      const told = await make(begun);
      setMaking(false);
      if (told === null) onDone();
      else setStopped(told);
    },
  });

  async function make({ id, options }: PasskeyOffer): Promise<string | null> {
    if (!("credentials" in navigator)) return words["passkey.unable"];
    const attestation = await attestationFor(options);
    if (!attestation) return words["passkey.stopped"];
    const path = `/api/account/factors/passkeys/${id}/confirm`;
    const answer = await postJson(path, { attestation });
    return answer.ok ? null : answer.message || words["passkey.stopped"];
  }

  return (
    <form {...form.props}>
      <Stack gap={4}>
        <p>{words["passkey.text"]}</p>
        <FormErrorSummary form={form} />
        {stopped && !form.pending && (
          <Notice live tone="danger">
            {stopped}
          </Notice>
        )}
        <TextField
          {...form.field("label")}
          defaultValue={device ?? ""}
          hint={words.nameHint}
          label={words.nameField}
          maxLength={60}
          required
        />
        <Button pending={form.pending || making} type="submit" wide>
          {words["passkey.submit"]}
        </Button>
      </Stack>
    </form>
  );
}
