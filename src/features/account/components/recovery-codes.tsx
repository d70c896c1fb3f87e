"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { Stack } from "@/components/layout";
import { LeaveGuard } from "@/components/leave-guard";
import { Notice } from "@/components/notice";
import { useUiWords } from "@/components/ui-words";
import { postJson } from "@/lib/api-client";
import type { FactorWords } from "./factor-words";

type RecoveryCodesProps = {
  words: FactorWords;
  /** How many are left, in words. */
  left: string;
  makeLabel: string;
  /** Codes that work now, and that new ones would end. */
  replaces: boolean;
};

/** Ten codes, made at a press and shown once (R13). */
export function RecoveryCodes({ words, left, makeLabel, replaces }: RecoveryCodesProps) {
  const ui = useUiWords();
  const router = useRouter();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function make() {
    setAsking(false);
    setPending(true);
    setFailure(null);
    const path = "/api/account/factors/recovery-codes";
    const answer = await postJson<{ codes: string[] }>(path, {});
    setPending(false);
    if (answer.ok) setCodes(answer.value.codes);
    else setFailure(answer.message || ui.offline);
  }
  if (codes)
    return (
      <ShownCodes
        codes={codes}
        level="h3"
        onKept={() => {
          setCodes(null);
          router.refresh();
        }}
        words={words}
      />
    );
  return (
    <Stack gap={4}>
      <p className="font-semibold">{left}</p>
      {failure && (
        <Notice live tone="danger">
          {failure}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          kind="secondary"
          onClick={replaces ? () => setAsking(true) : make}
          pending={pending}
        >
          {makeLabel}
        </Button>
        {replaces && <p className="text-muted text-sm">{words["recovery.makeNewText"]}</p>}
      </div>
      <Dialog
        actions={
          <>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {words["recovery.keepOld"]}
            </Button>
            <Button kind="danger" onClick={make}>
              {words["recovery.replaceGo"]}
            </Button>
          </>
        }
        onClose={() => setAsking(false)}
        open={asking}
        title={words["recovery.replaceTitle"]}
      >
        <p>{words["recovery.replaceText"]}</p>
      </Dialog>
    </Stack>
  );
}

type ShownCodesProps = {
  codes: readonly string[];
  words: FactorWords;
  onKept: () => void;
  /** Of the heading: h2 below a page's title, h3 within a section. */
  level?: "h2" | "h3";
};

/** The codes themselves, to copy, print or download, until the person says they are kept. */
export function ShownCodes({ codes, words, onKept, level: Heading = "h2" }: ShownCodesProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [copied, setCopied] = useState(false);
  const [file, setFile] = useState<string | null>(null);
  const text = codes.join("\n");
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([`${text}\n`], { type: "text/plain" }));
    setFile(address);
    return () => URL.revokeObjectURL(address);
  }, [text]);
  return (
    <Stack gap={4}>
      <LeaveGuard
        words={{
          title: words["recovery.leaveTitle"],
          text: words["recovery.leaveText"],
          stay: words["recovery.leaveStay"],
          leave: words["recovery.leaveGo"],
        }}
      />
      <div className="flex flex-col gap-1">
        <Heading className="font-semibold text-lg" ref={heading} tabIndex={-1}>
          {words["recovery.shownTitle"]}
        </Heading>
        <p>{words["recovery.shownText"]}</p>
      </div>
      <ol className="grid grid-cols-1 gap-x-6 gap-y-2 rounded-control bg-sunken p-4 font-mono tabular-nums min-[26rem]:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2 print:hidden">
        <Button
          kind="secondary"
          onClick={() => navigator.clipboard?.writeText(text).then(() => setCopied(true))}
          small
        >
          {copied ? words["recovery.copied"] : words["recovery.copy"]}
        </Button>
        <Button kind="secondary" onClick={() => window.print()} small>
          {words["recovery.print"]}
        </Button>
        {file && (
          <a
            className="inline-flex min-h-11 items-center rounded-control border border-edge px-3.5 font-semibold text-dense hover:border-ink hover:bg-sunken lg:min-h-9"
            download={words["recovery.fileName"]}
            href={file}
          >
            {words["recovery.download"]}
          </a>
        )}
        <p className="sr-only" role="status">
          {copied && words["recovery.copied"]}
        </p>
      </div>
      <div className="print:hidden">
        <Button onClick={onKept}>{words["recovery.kept"]}</Button>
      </div>
    </Stack>
  );
}
