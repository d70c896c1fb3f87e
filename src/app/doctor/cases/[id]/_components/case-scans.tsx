import type { CaseView } from "@/features/cases/schema";
import { ScanViewer } from "@/features/scans/viewer/scan-viewer";
import { viewerWords } from "@/features/scans/viewer/viewer-words";
import { getTranslations } from "@/lib/translations";

/** The scans of a case: small pictures, and on a press in 3D. */
export async function CaseScans({ shown }: { shown: Pick<CaseView, "files" | "number"> }) {
  const [words, scanWords] = await Promise.all([getTranslations("case"), getTranslations("scans")]);
  const scans = shown.files.flatMap(({ kind, arch, ...file }) =>
    kind === "scan" && arch ? [{ ...file, arch }] : [],
  );
  if (scans.length === 0) return <p className="text-muted">{words("noScans")}</p>;
  return <ScanViewer pictureName={shown.number} scans={scans} words={viewerWords(scanWords)} />;
}
