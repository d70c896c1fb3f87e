"use client";

import { FileBox, Upload as UploadIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { type DragEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/button";
import { useUiWords } from "@/components/ui-words";
import { sendJson } from "@/lib/api-client";
import { classNames } from "@/lib/class-names";
import { fillIn } from "@/lib/fill-in";
import type { ScanView } from "../schema";
import { type Begun, BegunScan } from "./begun-scan";
import { ScanProgressBar } from "./scan-progress-bar";
import type { UploadWords } from "./upload-words";
import { useScanUpload } from "./use-scan-upload";

type ScanPlaceProps = {
  caseId: string;
  arch: ScanView["arch"];
  scan: Pick<ScanView, "id" | "fileName"> | null;
  /** One that was begun for this place, here or elsewhere, and is not there yet. */
  begun: Begun | null;
  words: UploadWords;
};

/** The place of one scan: choose or drop it, see it go, take it away. */
export function ScanPlace({ caseId, arch, scan, begun, words }: ScanPlaceProps) {
  const { upload, send, pause, resume, giveUp } = useScanUpload(caseId, arch, words);
  const router = useRouter();
  const ui = useUiWords();
  const input = useRef<HTMLInputElement>(null);
  const titleId = useId();
  const [isOver, setOver] = useState(false);
  const [refusal, setRefusal] = useState("");
  const title = words.places[arch];

  async function takeAway(id: string) {
    const answer = await sendJson("DELETE", `/api/cases/${caseId}/scans/${id}`, {});
    setRefusal(answer.ok ? "" : answer.message || ui.unexpected);
    router.refresh();
  }

  function take(files: FileList | null | undefined) {
    const chosen = files?.[0];
    if (chosen) send(chosen);
  }

  const drag = (isIn: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isIn);
  };
  const isRunning = upload?.phase === "sending" || upload?.phase === "waiting";
  const chooseName = `${scan ? words.replace : words.choose}, ${title}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group that files are dropped on
    <div
      aria-labelledby={titleId}
      className={classNames(
        "flex flex-col gap-3 rounded-card border border-dashed p-4",
        isOver ? "border-accent bg-accent-soft" : "border-edge",
      )}
      onDragLeave={drag(false)}
      onDragOver={drag(true)}
      onDrop={(event) => {
        drag(false)(event);
        take(event.dataTransfer.files);
      }}
      role="group"
    >
      <p className="flex flex-wrap items-baseline gap-x-2 font-semibold" id={titleId}>
        {title}
        {arch === "bite" && (
          <span className="font-normal text-muted text-sm">{words.optional}</span>
        )}
      </p>
      {scan && !upload && (
        <p className="flex min-w-0 items-center gap-2">
          <FileBox aria-hidden="true" className="size-5 shrink-0 text-accent" />
          <span className="min-w-0 wrap-anywhere">{scan.fileName}</span>
        </p>
      )}
      {begun && !upload && <BegunScan begun={begun} words={words} />}
      {upload && (
        <>
          <p className="wrap-anywhere">{upload.fileName}</p>
          {upload.phase !== "failed" && <ScanProgressBar upload={upload} words={words} />}
        </>
      )}
      <p className="text-danger text-sm empty:hidden" role="status">
        {upload?.phase === "failed"
          ? upload.why
          : upload?.phase === "waiting"
            ? words.waiting
            : refusal}
      </p>
      <div className="flex flex-wrap gap-2">
        {isRunning && (
          <Button kind="secondary" onClick={pause} small>
            {words.pause}
          </Button>
        )}
        {upload?.phase === "paused" && (
          <Button kind="secondary" onClick={resume} small>
            {words.resume}
          </Button>
        )}
        {upload && upload.phase !== "judging" && (
          <Button kind="quiet" onClick={() => void giveUp()} small>
            {upload.phase === "failed" ? ui.close : words.giveUp}
          </Button>
        )}
        {(!upload || upload.phase === "failed") && (
          <Button
            aria-label={chooseName}
            icon={<UploadIcon aria-hidden="true" className="size-4.5" />}
            kind="secondary"
            onClick={() => input.current?.click()}
            small
          >
            {scan ? words.replace : words.choose}
          </Button>
        )}
        {begun && !upload && (
          <Button
            aria-label={`${words.giveUp}, ${begun.fileName}`}
            kind="quiet"
            onClick={() => void takeAway(begun.id)}
            small
          >
            {words.giveUp}
          </Button>
        )}
        {scan && !begun && !upload && (
          <Button
            aria-label={`${words.takeAway}, ${title}`}
            kind="quiet"
            onClick={() => void takeAway(scan.id)}
            small
          >
            {words.takeAway}
          </Button>
        )}
      </div>
      <input
        accept=".stl,.ply"
        aria-label={fillIn(words.file, { place: title })}
        className="hidden"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
        ref={input}
        type="file"
      />
    </div>
  );
}
