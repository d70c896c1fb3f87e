import type { PortalStatus } from "@/db/generated/enums";
import { toDay, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { noteViewIn } from "@/features/audit/note-view";
import { type LoginLinkRow, loginLinksOf } from "@/features/login-links/queries";
import { type LoginFacts, loginFacts } from "@/features/registration/logins/login-facts";
import { formatPhone } from "@/lib/phone";
import type { Services } from "@/server/services";
import { ageOn } from "./queries";

/** An address of a record and whether its owner has proved it. */
export interface Contact {
  readonly value: string | null;
  /** ISO 8601. */
  readonly verifiedAt: string | null;
}

/** A record as the desk sees it: nothing clinical (R52). */
export interface RecordView {
  readonly id: string;
  /** Counts the record's changes: a form that was read before another one is refused. */
  readonly version: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string | null;
  /** YYYY-MM-DD. */
  readonly dateOfBirth: string;
  readonly ageYears: number;
  readonly email: Contact;
  readonly mobile: Contact;
  readonly homePhone: string | null;
  readonly workPhone: string | null;
  readonly address: readonly string[];
  readonly orthodontist: string | null;
  readonly practitionerId: string | null;
  readonly portalStatus: PortalStatus;
  readonly isArchived: boolean;
  readonly archivedReason: string | null;
  readonly isBookingRestricted: boolean;
  readonly login: LoginFacts | null;
  /** S23: the last login was deleted, by the patient or by the practice, and nobody has registered since. */
  readonly loginErased: { readonly at: string; readonly byPatient: boolean } | null;
  readonly loginLinks: readonly LoginLinkRow[];
}

/** Opens a record of the practice, and notes the view (R53). Null for no such record here. */
export async function viewRecord(
  services: Services,
  actor: ClinicActor,
  patientId: string,
): Promise<RecordView | null> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const row = await tx.patient.findUnique({
      where: { practiceId_id: { practiceId, id: patientId } },
      select: {
        id: true,
        version: true,
        firstName: true,
        lastName: true,
        preferredName: true,
        dateOfBirth: true,
        email: true,
        emailVerifiedAt: true,
        mobilePhone: true,
        mobileVerifiedAt: true,
        homePhone: true,
        workPhone: true,
        addressLine1: true,
        addressLine2: true,
        town: true,
        postcode: true,
        loginId: true,
        portalStatus: true,
        loginErasedAt: true,
        loginErasedBy: true,
        archivedAt: true,
        archivedReason: true,
        bookingRestrictedAt: true,
        practitioner: { select: { id: true, name: true } },
      },
    });
    if (!row) return null;
    const login = row.loginId === null ? null : await loginFacts(tx, services, row.loginId);
    const loginLinks = await loginLinksOf(tx, services, practiceId, patientId);
    await noteViewIn(tx, services, actor, {
      action: "record.viewed",
      objectKind: "patient",
      objectId: patientId,
      patientId,
    });
    const today = services.now.toZonedDateTimeISO(actor.zone).toPlainDate();
    return {
      id: row.id,
      version: row.version,
      firstName: row.firstName,
      lastName: row.lastName,
      preferredName: row.preferredName,
      dateOfBirth: toDay(row.dateOfBirth).toString(),
      ageYears: ageOn(row.dateOfBirth, today),
      email: contact(row.email, row.emailVerifiedAt),
      mobile: contact(row.mobilePhone && formatPhone(row.mobilePhone), row.mobileVerifiedAt),
      homePhone: row.homePhone && formatPhone(row.homePhone),
      workPhone: row.workPhone && formatPhone(row.workPhone),
      address: [
        row.addressLine1,
        row.addressLine2,
        [row.postcode, row.town].filter(Boolean).join(" "),
      ].filter((line): line is string => Boolean(line)),
      orthodontist: row.practitioner?.name ?? null,
      practitionerId: row.practitioner?.id ?? null,
      portalStatus: row.portalStatus,
      isArchived: row.archivedAt !== null,
      archivedReason: row.archivedReason,
      isBookingRestricted: row.bookingRestrictedAt !== null,
      login,
      loginErased:
        row.loginErasedAt === null || row.portalStatus === "registered"
          ? null
          : {
              at: toInstant(row.loginErasedAt).toString(),
              byPatient: row.loginErasedBy === "patient",
            },
      loginLinks,
    };
  });
}

function contact(value: string | null, verifiedAt: Date | null): Contact {
  return { value, verifiedAt: verifiedAt && toInstant(verifiedAt).toString() };
}
