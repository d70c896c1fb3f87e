"use client";

import { useEffect, useRef, useState } from "react";
import { type ApiAnswer, type ApiFailure, postJson } from "@/lib/api-client";
import type { PreviewView } from "../schema";

/** What a wish would move, as far as it is known. */
export type Previewed =
  | { readonly state: "waiting" | "loading" }
  | { readonly state: "shown"; readonly preview: PreviewView }
  | { readonly state: "refused"; readonly failure: ApiFailure };

const PAUSE_MS = 250;

/** Asks for the preview of a wish soon after it was changed; an answer to an older wish is dropped. */
export function usePreview(path: string) {
  const [previewed, setPreviewed] = useState<Previewed>({ state: "waiting" });
  const known = useRef<{ wish: string; preview: PreviewView } | null>(null);
  const asked = useRef("");
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  async function ask(wish: object): Promise<ApiAnswer<PreviewView>> {
    const text = JSON.stringify(wish);
    asked.current = text;
    const answer = await postJson<PreviewView>(path, { wish });
    if (asked.current !== text) return answer;
    known.current = answer.ok ? { wish: text, preview: answer.value } : null;
    setPreviewed(
      answer.ok ? { state: "shown", preview: answer.value } : { state: "refused", failure: answer },
    );
    return answer;
  }

  /** To be called whenever a field was changed; null while the wish is incomplete. */
  function show(wish: object | null) {
    window.clearTimeout(timer.current);
    asked.current = "";
    if (wish === null) {
      setPreviewed({ state: "waiting" });
      return;
    }
    setPreviewed((before) => (before.state === "shown" ? before : { state: "loading" }));
    timer.current = window.setTimeout(() => void ask(wish), PAUSE_MS);
  }

  /** The preview that stands on the page for this wish, else one fetched now. */
  async function settled(wish: object): Promise<ApiAnswer<PreviewView>> {
    window.clearTimeout(timer.current);
    if (known.current?.wish === JSON.stringify(wish)) {
      return { ok: true, status: 200, value: known.current.preview };
    }
    return ask(wish);
  }

  return { previewed, show, settled, ask };
}
