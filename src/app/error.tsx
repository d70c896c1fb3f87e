"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/button";
import { MessagePage } from "@/components/message-page";
import { useUiWords } from "@/components/ui-words";

type Failure = { error: Error & { digest?: string }; reset: () => void };

export default function PageError({ error, reset }: Failure) {
  const words = useUiWords();
  const heading = useRef<HTMLSpanElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <MessagePage
      actions={
        <>
          <Button onClick={reset}>{words.tryAgain}</Button>
          {/* A full load: what broke may be the page's own script. */}
          <a
            className="inline-flex min-h-12 items-center rounded-control px-5 font-semibold text-accent hover:bg-accent-soft"
            href="/"
          >
            {words.firstPage}
          </a>
        </>
      }
      reference={error.digest && `${words.reference} ${error.digest}`}
      title={
        <span ref={heading} tabIndex={-1}>
          {words.pageFailed}
        </span>
      }
    >
      <p>{words.pageFailedText}</p>
    </MessagePage>
  );
}
