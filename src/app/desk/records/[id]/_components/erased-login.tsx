import { Notice } from "@/components/notice";
import type { RecordView } from "@/features/records/view-record";
import { shortDateAt } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";

type ErasedLoginProps = { erased: NonNullable<RecordView["loginErased"]>; zone: string };

/** S23: the record had a login that was deleted, by whom and when. */
export async function ErasedLogin({ erased, zone }: ErasedLoginProps) {
  const words = await getTranslations("erasure.desk");
  const day = shortDateAt(erased.at, zone);
  return (
    <Notice tone="info">{words(erased.byPatient ? "byPatient" : "byPractice", { day })}</Notice>
  );
}
