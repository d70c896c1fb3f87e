import type { Role } from "@/db/generated/enums";
import { actingPatients } from "@/features/access/acting-patients";
import type { SessionActor } from "@/features/access/actors";
import { patient } from "@/features/access/route-gates";
import { ownContact, ownMemberships } from "@/features/account/queries";
import { listAppointments } from "@/features/appointments/queries";
import { practiceById } from "@/features/practices/current-practice";
import { formatPhone } from "@/lib/phone";
import type { Services } from "@/server/services";

export interface BookedVisit {
  readonly id: string;
  /** ISO 8601. */
  readonly startsAt: string;
  readonly name: string;
  /** A child's name; null for one's own visit. */
  readonly of: string | null;
}

/** What somebody should know before they delete their login (S23). */
export interface BeforeErasure {
  readonly hasRecord: boolean;
  readonly children: readonly string[];
  readonly visits: readonly BookedVisit[];
  /** Other roles and practices of the same login, which goes on for them. */
  readonly elsewhere: readonly { readonly role: Role; readonly practice: string }[];
  readonly isMailed: boolean;
  readonly phone: string;
}

/** Reads what goes with the login, what stays, and which visits stay booked, for oneself and for one's children. */
export async function beforeErasure(
  services: Services,
  actor: SessionActor,
): Promise<BeforeErasure> {
  const [people, memberships, contact, practice] = await Promise.all([
    actingPatients(services, actor),
    ownMemberships(services, actor),
    ownContact(services, actor),
    practiceById(services, actor.practiceId),
  ]);
  const visits: BookedVisit[] = [];
  for (const { id: patientId, name, isMe } of people)
    visits.push(...(await visitsOf(services, actor, patientId, isMe ? null : name)));
  return {
    hasRecord: actor.ownPatientId !== undefined,
    children: people.filter(({ isMe }) => !isMe).map(({ name }) => name),
    visits: visits.sort((one, other) => one.startsAt.localeCompare(other.startsAt)),
    elsewhere: memberships
      .filter(({ id }) => id !== actor.membershipId)
      .map(({ role, practiceName }) => ({ role, practice: practiceName })),
    isMailed: contact.email !== null,
    phone: formatPhone(practice?.supportPhone ?? ""),
  };
}

async function visitsOf(
  services: Services,
  actor: SessionActor,
  patientId: string,
  of: string | null,
): Promise<BookedVisit[]> {
  const { now } = services;
  const admitted = patient.admit({
    session: actor,
    cookies: new Map(),
    input: { patientId },
    now,
  });
  if (!admitted.ok) return [];
  const listed = await listAppointments(services, admitted.value, { when: "upcoming" });
  if (!listed.ok) return [];
  return listed.value.items.map(({ id, startsAt, visitType }) => ({
    id,
    startsAt,
    name: visitType.name,
    of,
  }));
}
