"use client";

import { Rotate3d } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/button";
import { fillIn } from "@/lib/fill-in";
import { megabytes } from "../say-size";
import { ScanStill } from "./scan-still";
import type { ShownScan } from "./shown-scan";
import type { ViewerWords } from "./viewer-words";

type ScanViewerProps = {
  scans: readonly ShownScan[];
  /** Of a saved picture, without an ending: a case's number, nothing of the patient. */
  pictureName: string;
  words: ViewerWords;
};

const ScanStage = dynamic(() => import("./scan-stage").then((module) => module.ScanStage), {
  ssr: false,
});

/** Scans as still pictures with their facts, and on a press in 3D (R41): all that draws is loaded only then. */
export function ScanViewer({ scans, pictureName, words }: ScanViewerProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [isUnsupported, setIsUnsupported] = useState(false);
  if (isOpen && !isUnsupported)
    return (
      <ScanStage
        onUnsupported={() => setIsUnsupported(true)}
        pictureName={pictureName}
        scans={scans}
        words={words}
      />
    );
  return (
    <div className="flex flex-col gap-4">
      <ul className="grid grid-cols-2 gap-3">
        {scans.map((scan) => (
          <li className="flex flex-col gap-1" key={scan.id}>
            <ScanStill className="w-full" scan={scan} words={words.still} />
            <span className="text-dense text-muted">
              {words.still[scan.arch]}, {fillIn(words.sizeOf, { size: megabytes(scan.bytes) })}
            </span>
          </li>
        ))}
      </ul>
      {isUnsupported ? (
        <p className="text-muted" role="status">
          {words.unsupported}
        </p>
      ) : (
        <Button
          className="self-start"
          icon={<Rotate3d aria-hidden="true" className="size-5" />}
          kind="secondary"
          onClick={() => setIsOpen(true)}
        >
          {words.open}
        </Button>
      )}
    </div>
  );
}
