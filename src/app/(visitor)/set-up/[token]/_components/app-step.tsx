"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/button";
import { CodeField } from "@/components/code-field";
import { CopyField } from "@/components/copy-field";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { useForm } from "@/components/use-form";
import type { SetUpWords } from "./set-up-words";

/** What the server offers an authenticator app. */
export type Authenticator = { secret: string; uri: string; picture: string };

type AppStepProps = {
  token: string;
  app: Authenticator;
  words: SetUpWords;
  onDone: (codes: readonly string[]) => void;
};

export function AppStep({ token, app, words, onDone }: AppStepProps) {
  const router = useRouter();
  const form = useForm<{ recoveryCodes: string[] }>({
    path: "/api/set-ups/complete",
    body: (values) => ({ token, code: values.text("code") }),
    onDone: ({ recoveryCodes }) => onDone(recoveryCodes),
    onRefused: ({ code }) => {
      if (!code.startsWith("link_")) return undefined;
      router.refresh();
      return true;
    },
  });
  return (
    <form {...form.props}>
      <Stack gap={6}>
        <FormErrorSummary form={form} />
        <Stack gap={4}>
          {/* The picture is drawn by our own server from its own secret. */}
          {/* biome-ignore lint/performance/noImgElement: a data address needs no loader */}
          <img
            alt={words.picture}
            className="size-48 self-center rounded-control bg-white p-2"
            height={192}
            src={app.picture}
            width={192}
          />
          <CopyField id="authenticator-key" label={words.key} value={app.secret} />
          <a className="link inline-flex min-h-11 items-center self-start" href={app.uri}>
            {words.openApp}
          </a>
        </Stack>
        <CodeField {...form.field("code")} hint={words.codeHint} label={words.code} required />
        <Button pending={form.pending} type="submit" wide>
          {words.appGo}
        </Button>
      </Stack>
    </form>
  );
}
