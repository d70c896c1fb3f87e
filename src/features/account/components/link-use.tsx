"use client";

import { useEffect, useRef, useState } from "react";
import { ButtonLink } from "@/components/button";
import { Actions, PageTitle, Stack } from "@/components/layout";
import { ActionForm } from "./action-form";

type LinkUseProps = {
  path: string;
  token: string;
  words: {
    title: string;
    lead: string;
    text?: string;
    submit: string;
    doneTitle: string;
    done: string;
    next?: string;
  };
  /** Where to go on once it is done, the first as the main way. */
  links: { href: string; label: string }[];
};

/** What a mailed link does, on a button: opening the page alone uses nothing up (S7, S8). */
export function LinkUse({ path, token, words, links }: LinkUseProps) {
  const [done, setDone] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (done) heading.current?.focus();
  }, [done]);
  if (done)
    return (
      <Stack gap={6}>
        <h1 className="font-bold text-2xl sm:text-3xl" ref={heading} tabIndex={-1}>
          {words.doneTitle}
        </h1>
        <p className="wrap-anywhere">{words.done}</p>
        {words.next && <p>{words.next}</p>}
        <Actions>
          {links.map(({ href, label }, index) => (
            <ButtonLink href={href} key={href} kind={index === 0 ? "primary" : "secondary"}>
              {label}
            </ButtonLink>
          ))}
        </Actions>
      </Stack>
    );
  return (
    <Stack gap={6}>
      <PageTitle lead={<span className="wrap-anywhere">{words.lead}</span>} title={words.title} />
      {words.text && <p>{words.text}</p>}
      <ActionForm
        body={{ token }}
        kind="primary"
        label={words.submit}
        onDone={() => setDone(true)}
        path={path}
      />
    </Stack>
  );
}
