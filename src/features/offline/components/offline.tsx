import { getLocale } from "next-intl/server";
import type { ActingPatient } from "@/features/access/acting-patients";
import type { OpenSession } from "@/features/access/open-session";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { offlineOwner } from "../owner";
import { OfflineKeeper } from "./offline-keeper";
import { offlineWordKeys } from "./offline-words";

type OfflineProps = { session: OpenSession; patients: readonly ActingPatient[] };

/** What a patient's or guardian's pages have so that some work without a network; the practice's side never does. */
export async function Offline({ session, patients }: OfflineProps) {
  const { loginName, role, practiceShortName: practice, zone } = session;
  const [words, language, owner] = await Promise.all([
    getTranslations("offline"),
    getLocale(),
    offlineOwner({ loginName, role, practice }),
  ]);
  return (
    <OfflineKeeper
      language={language}
      owner={owner}
      patients={patients.length > 1 ? patients.map(({ id, name }) => ({ id, name })) : []}
      zone={zone}
      words={pickWords((key) => words.raw(key), offlineWordKeys)}
    />
  );
}
