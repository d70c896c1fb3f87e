import { MessageSquarePlus } from "lucide-react";
import type { ReactNode } from "react";
import { StatusChip } from "@/components/badge";
import { ButtonLink } from "@/components/button";
import { Card, PageTitle, Row, Section, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { BookVisitLink } from "@/features/diary/components/book-visit-link";
import { LoginLinkOffer } from "@/features/login-links/components/login-link-offer";
import type { RecordView } from "@/features/records/view-record";
import { shortDate } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { PortalChip } from "../../../_components/portal-chip";
import { ContactFacts } from "./contact-facts";
import { DeleteLogin } from "./delete-login";
import { EditContactOffer } from "./edit-contact-offer";
import { ErasedLogin } from "./erased-login";
import { LinksOfRecord } from "./links-of-record";
import { LockedHere } from "./locked-here";
import { MobileWait } from "./mobile-wait";
import { PortalFacts } from "./portal-facts";

type RecordDetailProps = {
  record: RecordView;
  zone: string;
  guardians: ReactNode;
  treatment: ReactNode;
  manage: ReactNode;
  /** A guardian acts for this young patient, who needs no number of their own yet (R10). */
  isGuarded: boolean;
};

/** A record as the desk needs it: who, how to reach, how it stands with the portal and the plan. Nothing clinical (R52). */
export async function RecordDetail(props: RecordDetailProps) {
  const { record, zone, guardians, treatment, manage, isGuarded } = props;
  const words = await getTranslations("records.record");
  const name = `${record.firstName} ${record.lastName}`;
  const elsewhere = record.homePhone ?? record.workPhone;
  const canLink = !record.isArchived && record.mobile.value !== null;
  return (
    <Stack gap={8}>
      <Stack gap={3}>
        <PageTitle
          lead={
            <span className="text-base">
              {words("born", { day: shortDate(record.dateOfBirth) })} ·{" "}
              {words("age", { years: record.ageYears })} ·{" "}
              {record.orthodontist
                ? words("orthodontist", { name: record.orthodontist })
                : words("noOrthodontist")}
            </span>
          }
          title={<span className="wrap-anywhere">{name}</span>}
        />
        <Row between>
          <Row gap={2}>
            <PortalChip isArchived={record.isArchived} status={record.portalStatus} />
            {record.isBookingRestricted && (
              <StatusChip tone="notice">{words("restricted")}</StatusChip>
            )}
            {record.login?.isLocked && <LockedHere login={record.login} name={name} />}
            {record.login?.status === "disabled" && (
              <StatusChip tone="danger">{words("disabled")}</StatusChip>
            )}
          </Row>
          {!record.isArchived && <BookVisitLink path="/desk/diary" patientId={record.id} />}
          {!record.isArchived && (record.portalStatus === "registered" || isGuarded) && (
            <ButtonLink
              href={`/desk/inbox/new?patient=${record.id}`}
              icon={<MessageSquarePlus aria-hidden="true" className="size-4.5" />}
              kind="secondary"
              prefetch={false}
              small
            >
              {words("write")}
            </ButtonLink>
          )}
          {canLink && (
            <LoginLinkOffer
              firstName={record.firstName}
              hasEmail={record.email.value !== null}
              isRegistered={record.portalStatus === "registered"}
              patientId={record.id}
            />
          )}
        </Row>
      </Stack>
      {record.isArchived && (
        <Notice title={words("archivedTitle")} tone="notice">
          {words("archivedText", { reason: record.archivedReason ?? "" })}
        </Notice>
      )}
      {!record.isArchived && record.mobile.value === null && !isGuarded && (
        <Notice title={words("mobileMissingTitle")} tone="notice">
          {words(elsewhere ? "mobileMissingText" : "mobileNoneText")}
        </Notice>
      )}
      {record.loginErased && <ErasedLogin erased={record.loginErased} zone={zone} />}
      {record.login?.mobileWaitsUntilAt && (
        <MobileWait patientId={record.id} until={record.login.mobileWaitsUntilAt} zone={zone} />
      )}
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1.9fr)_minmax(0,1fr)]">
        <Section
          action={<EditContactOffer record={record} />}
          id="contact"
          title={words("contact")}
        >
          <Card className="px-4 py-1.5 sm:px-4 sm:py-1.5">
            <ContactFacts record={record} zone={zone} />
          </Card>
        </Section>
        <Stack gap={6}>
          <Section
            action={
              record.login?.registeredAt && <DeleteLogin loginId={record.login.id} name={name} />
            }
            id="portal"
            title={words("portal")}
          >
            <Card className="px-4 py-1.5 sm:px-4 sm:py-1.5">
              <PortalFacts record={record} zone={zone} />
            </Card>
          </Section>
          {guardians}
        </Stack>
      </div>
      {treatment}
      <Section id="links" title={words("links")}>
        <LinksOfRecord links={record.loginLinks} zone={zone} />
      </Section>
      {manage}
    </Stack>
  );
}
