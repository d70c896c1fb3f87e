"use client";

import { useEffect, useRef, useState } from "react";
import type { MessageView } from "../schema";

interface SentElsewhere {
  /** The newest of one's own messages that arrived and did not come from this page. */
  readonly elsewhere: MessageView | null;
  /** This page sends these words. */
  readonly sendsHere: (body: string) => void;
}

/** Tells what one sends in another tab while this one is open, from what this one sends. `known`: how many there were. */
export function useSentElsewhere(messages: readonly MessageView[], known: number): SentElsewhere {
  const [elsewhere, setElsewhere] = useState<MessageView | null>(null);
  const upTo = useRef(known);
  const here = useRef<string[]>([]);
  useEffect(() => {
    for (const message of messages) {
      if (message.number <= upTo.current) continue;
      upTo.current = message.number;
      if (!message.mine) continue;
      const place = here.current.indexOf(message.body);
      if (place < 0) setElsewhere(message);
      else here.current.splice(place, 1);
    }
  }, [messages]);
  return {
    elsewhere,
    sendsHere: (body) => {
      here.current.push(body);
    },
  };
}
