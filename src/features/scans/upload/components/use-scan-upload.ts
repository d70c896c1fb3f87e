"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { sendJson } from "@/lib/api-client";
import type { BeginScan } from "../schema";
import { SCAN_LIMIT_BYTES } from "../schema";
import { useTellUnderWay } from "./scans-under-way";
import { sendScan } from "./send-scan";
import type { UploadWords } from "./upload-words";

export interface Upload {
  readonly fileName: string;
  readonly total: number;
  readonly sent: number;
  /** Bytes that were there when it began or went on: what the speed is not measured by. */
  readonly sentBefore: number;
  readonly since: number;
  readonly phase: "sending" | "waiting" | "paused" | "judging" | "failed";
  readonly why: string;
}

/** One scan on its way: it goes on after a pause, a lost connection, or when the same file is chosen again. */
export function useScanUpload(caseId: string, arch: BeginScan["arch"], words: UploadWords) {
  const router = useRouter();
  const [upload, setUpload] = useState<Upload | null>(null);
  const file = useRef<File | null>(null);
  const scanId = useRef<string | null>(null);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  useTellUnderWay(arch, upload !== null && upload.phase !== "failed");
  const change = (changes: Partial<Upload>) => setUpload((now) => now && { ...now, ...changes });

  async function send(chosen: File) {
    stop.current.abort();
    const own = new AbortController();
    stop.current = own;
    file.current = chosen;
    const begun = { sent: 0, sentBefore: 0, since: performance.now(), why: "" };
    const { name: fileName, size: total } = chosen;
    const why = refusedHere(chosen, words);
    setUpload({ fileName, total, ...begun, phase: why ? "failed" : "sending", why: why ?? "" });
    if (why) return;
    let isFirst = true;
    const answer = await sendScan({
      caseId,
      arch,
      file: chosen,
      signal: own.signal,
      onBegun: (id) => {
        scanId.current = id;
        router.refresh();
      },
      onSent: (sent) => {
        change(isFirst ? { sent, sentBefore: sent, since: performance.now() } : { sent });
        isFirst = false;
      },
      onWaiting: (isWaiting) => change({ phase: isWaiting ? "waiting" : "sending" }),
      onJudging: () => change({ phase: "judging" }),
    });
    if (stop.current !== own) return;
    if (answer.ok) {
      setUpload(null);
      return router.refresh();
    }
    if (answer.code === "paused") return change({ phase: "paused" });
    const said = answer.code === "no_digest" ? words.noDigest : answer.message || words.unexpected;
    change({ phase: "failed", why: said });
    router.refresh();
  }

  return {
    upload,
    send: (chosen: File) => void send(chosen),
    pause: () => stop.current.abort(),
    resume: () => void (file.current && send(file.current)),
    /** Gives it up; what has come is thrown away. */
    async giveUp() {
      stop.current.abort();
      stop.current = new AbortController();
      setUpload(null);
      const id = scanId.current;
      scanId.current = null;
      if (id === null) return;
      await sendJson("DELETE", `/api/cases/${caseId}/scans/${id}`, {});
      router.refresh();
    },
  };
}

function refusedHere(file: File, words: UploadWords): string | null {
  if (!/\.(stl|ply)$/i.test(file.name)) return words.refusals.type_not_accepted;
  if (file.size === 0) return words.empty;
  return file.size > SCAN_LIMIT_BYTES ? words.tooLarge : null;
}
