"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { AddressText } from "@/components/address-text";
import { Button } from "@/components/button";
import { Actions, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { PhoneLink } from "@/components/phone-link";
import type { Support } from "@/components/shells/visitor-shell";
import { useUiWords } from "@/components/ui-words";
import { postJson } from "@/lib/api-client";
import type { ForgotWords } from "./forgot-words";

type MailHelpProps = {
  words: ForgotWords;
  email: string;
  query: string;
  support: Support | null;
  onChange: () => void;
};

export function MailHelp({ words, email, query, support, onChange }: MailHelpProps) {
  const ui = useUiWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => heading.current?.focus(), []);
  async function again() {
    setPending(true);
    const answer = await postJson("/api/password-resets", { email });
    setPending(false);
    setFailure(answer.ok ? null : answer.message || ui.offline);
    heading.current?.focus();
  }
  const [before = "", after = ""] = words["sent.text"].split("{email}");
  return (
    <Stack gap={6}>
      <header className="flex flex-col gap-2">
        <h1 className="font-bold text-2xl sm:text-3xl" ref={heading} tabIndex={-1}>
          {words["sent.title"]}
        </h1>
        <p>
          {before}
          <strong>
            <AddressText address={email.trim()} />
          </strong>
          {after}
        </p>
      </header>
      {failure && (
        <Notice live tone="danger">
          {failure}
        </Notice>
      )}
      <section className="flex flex-col gap-2 rounded-control bg-sunken p-4">
        <h2 className="font-semibold">{words["sent.noMail"]}</h2>
        <ul className="flex list-disc flex-col gap-1 ps-5">
          <li>{words["sent.spam"]}</li>
          <li>{words["sent.address"]}</li>
          <li>{words["sent.again"]}</li>
          <li>{words["sent.call"]}</li>
        </ul>
        {support && <PhoneLink label={words["sent.phone"]} phone={support.phone} />}
      </section>
      <Actions>
        <Button kind="secondary" onClick={again} pending={pending}>
          {words["sent.resend"]}
        </Button>
        <Button kind="quiet" onClick={onChange}>
          {words["sent.change"]}
        </Button>
      </Actions>
      <Link className="link inline-flex min-h-11 items-center self-start" href={`/login${query}`}>
        {words.back}
      </Link>
    </Stack>
  );
}
