"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { Shot } from "@/domain/check-ins/photo-set";
import { type FileWords, refusedBefore, saidOf } from "@/features/uploads/components/said-of-file";
import { sendFile } from "@/features/uploads/components/send-file";
import { postJson } from "@/lib/api-client";
import type { PlacedPhoto } from "../photo-schema";
import { forgetPhoto, keepPhoto, keptPhotos } from "./kept-photos";
import { type ShotState, shotsOf } from "./shots";

interface CheckInPlace {
  readonly checkInId: string;
  readonly patientId: string;
  readonly photos: readonly PlacedPhoto[];
}

/** The photos of a check-in on their way: each goes up by itself, and what failed waits on the phone (R24). */
export function useShots({ checkInId, patientId, photos }: CheckInPlace, words: FileWords) {
  const router = useRouter();
  const [shots, setShots] = useState<readonly ShotState[]>(() => shotsOf(photos, patientId));
  const files = useRef(new Map<string, File>());
  /** A photo taken again while the old one was under way wins. */
  const running = useRef(new Map<string, AbortController>());

  const change = (key: string, changes: Partial<ShotState>) =>
    setShots((now) => now.map((shot) => (shot.key === key ? { ...shot, ...changes } : shot)));

  async function send(shot: Shot & { readonly key: string }, file: File) {
    const { key, view, withAligner } = shot;
    running.current.get(key)?.abort();
    const control = new AbortController();
    running.current.set(key, control);
    change(key, { state: "sending", words: null });
    const failure = await store(file, control.signal, { view, withAligner });
    if (control.signal.aborted) return;
    running.current.delete(key);
    if (failure === "closed") return router.refresh();
    if (failure !== null) return change(key, { state: "failed", words: failure });
    files.current.delete(key);
    await forgetPhoto(checkInId, key);
    if (!files.current.has(key)) change(key, { state: "sent" });
  }

  /** Null when it is in its place; what to say when not; `closed` when the check-in is no longer open. */
  async function store(file: File, signal: AbortSignal, shot: Shot): Promise<string | null> {
    const stored = await sendFile(file, patientId, signal);
    if (!stored.ok) return saidOf(stored, words);
    const body = { patientId, uploadId: stored.upload.id, ...shot };
    const placed = await postJson(`/api/check-ins/${checkInId}/photos`, body);
    if (placed.ok) return null;
    return placed.status === 409 ? "closed" : saidOf(placed, words);
  }

  function retry() {
    for (const shot of shots) {
      const file = files.current.get(shot.key);
      if (shot.state === "failed" && file) void send(shot, file);
    }
  }
  const latestRetry = useRef(retry);
  latestRetry.current = retry;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the phone kept is looked up once
  useEffect(() => {
    let isGone = false;
    void keptPhotos(checkInId).then((kept) => {
      if (isGone) return;
      for (const { key, file } of kept) {
        if (files.current.has(key)) continue;
        files.current.set(key, file);
        change(key, { state: "failed", picture: URL.createObjectURL(file), words: null });
      }
    });
    const again = () => latestRetry.current();
    window.addEventListener("online", again);
    return () => {
      isGone = true;
      window.removeEventListener("online", again);
    };
  }, [checkInId]);

  function take(shot: ShotState, file: File) {
    const refusal = refusedBefore(file, words);
    if (refusal !== null)
      return change(shot.key, { state: shot.picture ? shot.state : "empty", words: refusal });
    files.current.set(shot.key, file);
    void keepPhoto(checkInId, { key: shot.key, file });
    change(shot.key, { picture: URL.createObjectURL(file) });
    void send(shot, file);
  }

  return { shots, take, retry };
}
