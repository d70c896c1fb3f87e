import type { RecordView } from "@/features/records/view-record";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { EditContact } from "./edit-contact";

/** R17: staff change how a patient is reached, and before registration the login name (R12). */
export async function EditContactOffer({ record }: { record: RecordView }) {
  const words = await getTranslations("records.edit");
  const isRegistered = record.login !== null && record.login.status !== "issued";
  return (
    <EditContact
      contact={{
        mobile: record.mobile.value ?? "",
        home: record.homePhone ?? "",
        work: record.workPhone ?? "",
        email: record.email.value ?? "",
        ...(!isRegistered && record.login && { loginName: record.login.loginName }),
      }}
      key={record.version}
      note={words(isRegistered ? "registered" : "links")}
      patientId={record.id}
      version={record.version}
      words={pickWords(words, [
        "open",
        "title",
        "mobile",
        "home",
        "work",
        "email",
        "loginName",
        "mobileHint",
        "loginNameHint",
        "save",
        "cancel",
      ])}
    />
  );
}
