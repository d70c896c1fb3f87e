import type { CaseView } from "@/features/cases/schema";
import { ScanUploads } from "@/features/scans/upload/components/scan-uploads";
import { getTranslations } from "@/lib/translations";
import { CaseScans } from "./case-scans";

/** Where the scans of a case are sent, and those that are there. */
export async function ScansToSend({ shown }: { shown: CaseView }) {
  const words = await getTranslations("scans");
  const scans = shown.files.flatMap(({ id, kind, arch, fileName }) =>
    kind === "scan" && arch ? [{ id, arch, fileName }] : [],
  );
  return (
    <div className="flex flex-col gap-6">
      <ScanUploads
        caseId={shown.id}
        scans={scans}
        underWay={shown.scansUnderWay}
        words={words.raw("upload")}
      />
      {scans.length > 0 && <CaseScans shown={shown} />}
    </div>
  );
}
