import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { toDay, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { type GuardianshipState, guardianshipState } from "@/domain/guardians/guardianship-state";
import { ageStage, ownLoginOn } from "@/domain/guardians/own-login-age";
import { type LoginLinkState, loginLinkState } from "@/domain/registration/login-link";
import type { ClinicActor } from "@/features/access/actors";
import { guardianLogin } from "@/features/registration/logins/guardian-login";
import { formatPhone } from "@/lib/phone";
import type { Services } from "@/server/services";
import { ageOfOwnLogin } from "./age-setting";
import { todayOf } from "./today-of";

/** A guardian as the desk sees them on a child's record. */
export interface GuardianLine {
  readonly id: string;
  readonly name: string;
  readonly rights: "full" | "view";
  /** YYYY-MM-DD, as is `untilOn`. */
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly state: GuardianshipState;
  readonly email: string | null;
  readonly mobile: string | null;
  readonly loginName: string;
  /** Once they have registered. */
  readonly loginId: string | null;
  /** The newest link, while nobody has registered with it. */
  readonly link: LoginLinkState | null;
  /** ISO 8601. */
  readonly endedAt: string | null;
  readonly endedReason: string | null;
}

export interface RecordGuardians {
  readonly guardians: readonly GuardianLine[];
  /** The practice's age, and the day this patient reaches it, YYYY-MM-DD. */
  readonly age: number;
  readonly ownLoginOn: string;
  readonly isGrown: boolean;
}

/** R10: who acts or acted for a patient, the living first. Null for no such record here. */
export async function guardiansOfRecord(
  services: Services,
  actor: ClinicActor,
  patientId: string,
): Promise<RecordGuardians | null> {
  const { practiceId } = actor;
  const today = todayOf(services, actor);
  return inPractice(services.db, practiceId, async (tx) => {
    const patient = await tx.patient.findUnique({
      where: { practiceId_id: { practiceId, id: patientId } },
      select: { dateOfBirth: true },
    });
    if (!patient) return null;
    const age = await ageOfOwnLogin(tx, practiceId);
    const born = toDay(patient.dateOfBirth);
    const rows = await tx.guardianship.findMany({
      where: { practiceId, patientId },
      orderBy: [{ endedAt: { sort: "desc", nulls: "first" } }, { fromOn: "asc" }, { id: "asc" }],
      take: 20,
    });
    const guardians: GuardianLine[] = [];
    for (const row of rows) guardians.push(await lineOf(tx, services, today, row));
    return {
      guardians,
      age,
      ownLoginOn: ownLoginOn(born, age).toString(),
      isGrown: ageStage(born, age, today) === "grown",
    };
  });
}

/** Whether somebody acts for this patient, too young for a login of their own, so that no mobile number is missing. */
export function hasGuardian({ guardians, isGrown }: RecordGuardians): boolean {
  return !isGrown && guardians.some(({ state }) => state === "active");
}

type Row = Awaited<ReturnType<Tx["guardianship"]["findMany"]>>[number];

async function lineOf(
  tx: Tx,
  services: Services,
  today: Temporal.PlainDate,
  row: Row,
): Promise<GuardianLine> {
  const login = await guardianLogin(tx, row.practiceId, row.guardianPersonId);
  const isRegistered = login?.status === "active";
  const state = guardianshipState(
    {
      fromOn: toDay(row.fromOn),
      untilOn: row.untilOn && toDay(row.untilOn),
      isEnded: row.endedAt !== null,
      isConfirmed: row.birthDateConfirmedAt !== null,
      birthDateTries: row.birthDateTries,
      isRegistered,
    },
    today,
  );
  return {
    id: row.id,
    name: login ? `${login.firstName} ${login.lastName}` : "",
    rights: row.rights,
    fromOn: toDay(row.fromOn).toString(),
    untilOn: row.untilOn && toDay(row.untilOn).toString(),
    state,
    email: login?.email ?? null,
    mobile: login?.mobile ? formatPhone(login.mobile) : null,
    loginName: login?.loginName ?? "",
    loginId: isRegistered ? login.loginId : null,
    link: isRegistered ? null : await newestLink(tx, services, row),
    endedAt: row.endedAt && toInstant(row.endedAt).toString(),
    endedReason: row.endedReason,
  };
}

async function newestLink(
  tx: Tx,
  services: Services,
  { practiceId, guardianPersonId }: Row,
): Promise<LoginLinkState | null> {
  const link = await tx.loginLink.findFirst({
    where: { practiceId, guardianPersonId },
    orderBy: { id: "desc" },
    select: { createdAt: true, openedAt: true, usedAt: true, replacedAt: true },
  });
  if (!link) return null;
  const facts = {
    createdAt: toInstant(link.createdAt),
    openedAt: link.openedAt && toInstant(link.openedAt),
    usedAt: link.usedAt && toInstant(link.usedAt),
    replacedAt: link.replacedAt && toInstant(link.replacedAt),
  };
  return loginLinkState(facts, services.now);
}
