"use client";

import { useEffect, useRef, useState } from "react";
import { PasswordField } from "@/components/password-field";
import type { UseForm } from "@/components/use-form";
import type { NewPasswordWords } from "./new-password-words";
import { WhosePassword } from "./whose-password";

type NewPasswordFieldsProps = {
  form: UseForm;
  words: NewPasswordWords;
  label: string;
  /** Left out: the password is typed once. */
  labelAgain?: string;
  /** For password managers: whose password this is. */
  loginName?: string | undefined;
};

const MIN_LENGTH = 12;

/** A new password with advice and a live hint (R16, S1). What counts is decided by the server. */
export function NewPasswordFields(props: NewPasswordFieldsProps) {
  const { form, words, label, labelAgain, loginName } = props;
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const latest = useRef(typed);
  const { failure } = form;
  useEffect(() => {
    setRefused(failure?.fields.password === undefined ? null : latest.current);
  }, [failure]);
  return (
    <>
      {loginName && <WhosePassword name={loginName} />}
      <div className="flex flex-col gap-2">
        <PasswordField
          {...form.field("password")}
          autoComplete="new-password"
          label={label}
          onChange={(event) => {
            latest.current = event.target.value;
            setTyped(latest.current);
          }}
          required
        />
        <p aria-live="polite" className="min-h-6 text-muted text-sm">
          {typed === refused ? "" : hintFor(typed, words)}
        </p>
      </div>
      {labelAgain && (
        <PasswordField
          {...form.field("passwordAgain")}
          autoComplete="new-password"
          label={labelAgain}
          required
        />
      )}
      <div className="rounded-control bg-sunken p-4 text-sm">
        <p className="font-semibold">{words.advice}</p>
        <ul className="mt-1 list-disc ps-5 text-muted">
          <li>{words.length}</li>
          <li>{words.mix}</li>
          <li>{words.personal}</li>
          <li>{words.manager}</li>
        </ul>
      </div>
    </>
  );
}

function hintFor(typed: string, words: NewPasswordWords): string {
  const characters = [...typed.normalize("NFC")];
  if (characters.length === 0) return "";
  const missing = MIN_LENGTH - characters.length;
  if (missing > 0) return words.missing.replace("{count}", String(missing));
  const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) =>
    kind.test(typed),
  ).length;
  const varied = new Set(characters).size >= 9 && (kinds >= 3 || characters.length >= 18);
  return varied ? words.strong : words.enough;
}
