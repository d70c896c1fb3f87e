"use client";

import { useEffect, useRef, useState } from "react";
import { type ApiFailure, newIdempotencyKey, postJson } from "@/lib/api-client";
import type { DeskHold } from "../../schema";

const PAUSE_MS = 250;

/** Keeps a time for the patient on the phone while the panel is open, and lets it go when it closes (R30, R36). */
export function useDeskHold(wish: object | null) {
  const text = wish === null ? null : JSON.stringify(wish);
  const [hold, setHold] = useState<DeskHold | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const held = useRef<string | null>(null);
  useEffect(() => {
    setHold(null);
    setFailure(null);
    if (text === null) return;
    let left = false;
    const timer = setTimeout(async () => {
      const answer = await postJson<DeskHold>("/api/diary/holds", JSON.parse(text), {
        idempotencyKey: newIdempotencyKey(),
      });
      if (left) {
        if (answer.ok) release(answer.value.id);
        return;
      }
      // A new hold of the same person lets the former one go by itself.
      held.current = answer.ok ? answer.value.id : held.current;
      if (answer.ok) setHold(answer.value);
      else setFailure(answer);
    }, PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [text]);
  useEffect(
    () => () => {
      if (held.current !== null) release(held.current);
    },
    [],
  );
  /** The hold has become a visit. */
  const keep = () => {
    held.current = null;
  };
  return { hold, failure, keep };
}

function release(id: string): void {
  void postJson(`/api/diary/holds/${id}/release`, {});
}
