import type { CaseView } from "@/features/cases/schema";
import { CaseScans } from "./case-scans";

/** Where the scans of a case are sent. */
export async function ScansToSend({ shown }: { shown: CaseView }) {
  return <CaseScans shown={shown} />;
}
