"use client";

import type { ScanView } from "../schema";
import type { Begun } from "./begun-scan";
import { ScanPlace } from "./scan-place";
import type { UploadWords } from "./upload-words";

type ScanUploadsProps = {
  caseId: string;
  scans: readonly Pick<ScanView, "id" | "arch" | "fileName">[];
  underWay: readonly (Begun & Pick<ScanView, "arch">)[];
  words: UploadWords;
};

/** The scans of a case that is written: one place for each arch, and one for the bite (R41). */
export function ScanUploads({ caseId, scans, underWay, words }: ScanUploadsProps) {
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">{words.lead}</p>
      <div className="grid gap-3 md:grid-cols-3">
        {(["upper", "lower", "bite"] as const).map((arch) => (
          <ScanPlace
            arch={arch}
            begun={underWay.find((scan) => scan.arch === arch) ?? null}
            caseId={caseId}
            key={arch}
            scan={scans.find((scan) => scan.arch === arch) ?? null}
            words={words}
          />
        ))}
      </div>
    </div>
  );
}
