"use client";

import { useState } from "react";
import { Button, ButtonLink } from "@/components/button";
import { Checkbox } from "@/components/choices";
import { Stack } from "@/components/layout";
import type { SetUpWords } from "./set-up-words";

type DoneStepProps = { codes: readonly string[]; words: SetUpWords };

/** The recovery codes, shown once; Login comes when they are kept. */
export function DoneStep({ codes, words }: DoneStepProps) {
  const [copied, setCopied] = useState(false);
  const [kept, setKept] = useState(false);
  return (
    <Stack gap={6}>
      <section aria-labelledby="recovery-codes" className="rounded-control bg-sunken p-4">
        <Stack gap={3}>
          <h2 className="font-semibold text-lg" id="recovery-codes">
            {words.recoveryTitle}
          </h2>
          <p className="text-muted">{words.recoveryText}</p>
          <ul className="grid gap-x-6 gap-y-1 font-mono sm:grid-cols-2">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <Button
            kind="secondary"
            onClick={() =>
              navigator.clipboard?.writeText(codes.join("\n")).then(() => setCopied(true))
            }
          >
            {copied ? words.copied : words.copyCodes}
          </Button>
          <p className="sr-only" role="status">
            {copied && words.copied}
          </p>
        </Stack>
      </section>
      <Checkbox
        checked={kept}
        label={words.kept}
        name="kept"
        onChange={(event) => setKept(event.target.checked)}
      />
      {kept && (
        <ButtonLink href="/login" wide>
          {words.login}
        </ButtonLink>
      )}
    </Stack>
  );
}
