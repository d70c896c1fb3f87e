"use client";

import { Button } from "@/components/button";
import { CodeField } from "@/components/code-field";
import { CopyField } from "@/components/copy-field";
import { FormErrorSummary } from "@/components/form-error-summary";
import { Stack } from "@/components/layout";
import { QrCode } from "@/components/qr-code";
import { useForm } from "@/components/use-form";
import type { ApiAnswer } from "@/lib/api-client";
import type { FactorWords } from "./factor-words";

export type AuthenticatorOffer = {
  id: string;
  secret: string;
  picture: { size: number; path: string };
};

type AuthenticatorFormProps<Value> = {
  offer: AuthenticatorOffer;
  words: FactorWords;
  /** Takes the first code to its route. */
  send: (code: string) => Promise<ApiAnswer<Value>>;
  onDone: (value: Value) => void;
};

/** The secret as picture and text, and the first code of it (R13). */
export function AuthenticatorForm<Value>(props: AuthenticatorFormProps<Value>) {
  const { offer, words, send, onDone } = props;
  const form = useForm<Value>({
    path: "",
    body: (values) => values.text("code"),
    send: (code) => send(String(code)),
    onDone,
  });
  const grouped = offer.secret.replace(/(.{4})(?=.)/g, "$1 ");
  return (
    <form {...form.props}>
      <Stack gap={4}>
        <p>{words["totp.scan"]}</p>
        <div className="flex justify-center">
          <QrCode label={words["totp.picture"]} {...offer.picture} />
        </div>
        <CopyField id={`${form.id}-secret`} label={words["totp.secret"]} value={grouped} />
        <FormErrorSummary form={form} />
        <CodeField
          {...form.field("code")}
          hint={words["totp.codeHint"]}
          label={words["totp.code"]}
          required
        />
        <Button pending={form.pending} type="submit" wide>
          {words["totp.submit"]}
        </Button>
      </Stack>
    </form>
  );
}
