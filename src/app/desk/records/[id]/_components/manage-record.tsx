import { Row, Section } from "@/components/layout";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { recordChoices } from "@/features/records/record-choices";
import type { RecordView } from "@/features/records/view-record";
import { getTranslations } from "@/lib/translations";
import { ChangeRecordState } from "./change-record-state";
import { EditIdentity } from "./edit-identity";

type ManageRecordProps = Admitted<ClinicActor> & { record: RecordView };

/** What staff do with a record itself: correct whose it is, stop online booking, archive it, bring it back (R9, R52). */
export async function ManageRecord({ services, actor, record }: ManageRecordProps) {
  const [choices, words, all] = await Promise.all([
    recordChoices(services, actor),
    getTranslations("records.manage"),
    getTranslations("records"),
  ]);
  const manage = all.raw("manage");
  const common = { patientId: record.id, version: record.version, words: manage };
  if (record.isArchived)
    return (
      <Section id="manage" title={words("title")}>
        {actor.role === "admin" ? (
          <ChangeRecordState {...common} to="restored" />
        ) : (
          <p className="text-muted">{words("restoreAdmin")}</p>
        )}
      </Section>
    );
  return (
    <Section id="manage" title={words("title")}>
      <Row gap={3}>
        <EditIdentity
          {...common}
          choices={choices}
          key={record.version}
          record={{
            firstName: record.firstName,
            lastName: record.lastName,
            preferredName: record.preferredName ?? "",
            dateOfBirth: record.dateOfBirth,
            practitionerId: record.practitionerId ?? "",
          }}
          labels={all.raw("new")}
        />
        <ChangeRecordState {...common} to={record.isBookingRestricted ? "allowed" : "restricted"} />
        <ChangeRecordState {...common} to="archived" />
      </Row>
    </Section>
  );
}
