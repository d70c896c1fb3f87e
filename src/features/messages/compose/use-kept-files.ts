"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import type { Uploads } from "@/features/uploads/components/use-uploads";
import type { UploadView } from "@/features/uploads/schema";

interface KeptFiles {
  /** What lies ready beside the words. */
  readonly now: () => readonly UploadView[];
  /** They go out with the message: nothing is to be kept of them. */
  readonly leave: () => void;
}

/** Tells when the files that are ready are others than those `kept`, so that they are kept with the draft (R38). */
export function useKeptFiles(
  { ready }: Uploads,
  kept: readonly UploadView[],
  onChange: () => void,
): KeptFiles {
  const files = useRef(kept);
  const ids = idsOf(ready);
  const changed = useEffectEvent((now: string) => {
    if (now === idsOf(files.current)) return;
    files.current = ready;
    onChange();
  });
  useEffect(() => changed(ids), [ids]);
  return {
    now: () => files.current,
    leave: () => {
      files.current = [];
    },
  };
}

function idsOf(files: readonly UploadView[]): string {
  return files.map(({ id }) => id).join();
}
