"use client";

import { useId, useState } from "react";
import type { ThreadWords } from "../components/words";
import { linkParts } from "./link-parts";

type MessageTextProps = { body: string; words: ThreadWords["conversation"] };

/** A text longer than this is folded: it would push everything else off a phone's screen. */
const longCharacters = 1_200;
const longLines = 18;

function isLong(body: string): boolean {
  return body.length > longCharacters || body.split("\n").length > longLines;
}

/** What somebody wrote, as they wrote it: spaces and lines kept, in its own direction, addresses to follow, long ones folded. */
export function MessageText({ body, words }: MessageTextProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const isFolded = isLong(body) && !isOpen;
  return (
    <>
      <p
        className={`whitespace-pre-wrap [overflow-wrap:anywhere] ${isFolded ? "line-clamp-12" : ""}`}
        dir="auto"
        id={id}
      >
        {linkParts(body).map((part, place) =>
          part.kind === "words" ? (
            part.text
          ) : (
            <a
              className="link break-all"
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move.
              key={place}
              href={part.href}
              rel="noopener noreferrer nofollow"
              target="_blank"
            >
              {part.text}
            </a>
          ),
        )}
      </p>
      {isLong(body) && (
        <button
          aria-controls={id}
          aria-expanded={isOpen}
          className="-mx-1 min-h-11 self-start px-1 font-semibold text-accent hover:underline"
          onClick={() => setOpen(!isOpen)}
          type="button"
        >
          {isOpen ? words.showLess : words.showAll}
        </button>
      )}
    </>
  );
}
