"use client";

import "./globals.css";
import { Button } from "@/components/button";
import { MessagePage } from "@/components/message-page";
import words from "../../messages/en/failure.json";

type Failure = { error: Error & { digest?: string }; reset: () => void };

/** Stands in for the whole document, so its words come along with it. */
export default function GlobalError({ error, reset }: Failure) {
  return (
    <html lang="en">
      <body className="font-sans">
        <title>{words.title}</title>
        <MessagePage
          actions={<Button onClick={reset}>{words.again}</Button>}
          reference={error.digest && `${words.reference} ${error.digest}`}
          title={words.title}
        >
          <p>{words.text}</p>
        </MessagePage>
      </body>
    </html>
  );
}
