import { readInPractice } from "@/db/read";
import { type PendingChild, pendingChildrenSql } from "@/features/guardians/queries";
import { todayOf } from "@/features/guardians/today-of";
import { patientsUnreadSql } from "@/features/messages/queries";
import { type PracticeFacts, practiceSql } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import {
  type ActingPatient,
  type GuardedChild,
  guardedChildrenSql,
  oneselfAnd,
} from "./acting-patients";
import { actsFor } from "./actors";
import type { OpenSession } from "./open-session";
import { type ShellFacts, shellFactsOf } from "./shell-facts";

/** What the frame around a patient's or guardian's pages shows. */
export interface PatientFrameFacts {
  readonly shell: ShellFacts;
  readonly unread: number;
  readonly patients: readonly ActingPatient[];
  readonly pending: readonly PendingChild[];
}

const listOf = (sql: string) => `(select coalesce(json_agg(listed), '[]') from (${sql}) listed)`;

const frameRead = {
  name: "patient-frame",
  text: `select (select row_to_json(open) from (${practiceSql}) open) as practice,
    (${patientsUnreadSql("$3")}) as unread,
    ${listOf(guardedChildrenSql("$4"))} as children,
    ${listOf(pendingChildrenSql("$5"))} as pending`,
};

interface FrameRow {
  readonly practice: PracticeFacts | null;
  readonly unread: number;
  readonly children: readonly GuardedChild[];
  readonly pending: readonly PendingChild[];
}

/** All of it in one round trip: every page of a patient asks. */
export async function patientFrameFacts(
  services: Services,
  session: OpenSession,
): Promise<PatientFrameFacts> {
  const { practiceId, personId, guardedPatientIds } = session;
  const [row] = await readInPractice<FrameRow>(services.db, practiceId, frameRead, [
    practiceId,
    personId,
    actsFor(session),
    [...guardedPatientIds],
    todayOf(services, session).toString(),
  ]);
  if (row === undefined) throw new Error("the frame query gave no row");
  const { practice, unread, children, pending } = row;
  const shell = shellFactsOf(practice, services, session);
  return { shell, unread, pending, patients: oneselfAnd(session, children) };
}
