import { inPractice } from "@/db/transaction";
import type { SessionActor } from "@/features/access/actors";
import { ownLoginFacts } from "@/features/account/own-login-facts";
import type { Services } from "@/server/services";
import { ownCases } from "./own-cases";
import { ownConversations, ownDrafts, ownFiles } from "./own-messages";
import { ownRecord, ownRecordChanges } from "./own-record";
import { ownActivity, ownCareFeedback, ownChoices, ownDevices, ownTerms } from "./own-traces";
import { ownPlans } from "./own-treatment";
import { ownDailyLife, ownVisits, ownWaitingList } from "./own-visits";
import { readViews } from "./record-views";

/** The name of the document's form; a change that a reader must know of raises the number (docs/own-data.md). */
export const exportForm = "archway-own-data-1";

const mostViews = 20_000;

/**
 * Everything the portal has about the person who asks, and about the patient they act for (R17, S23). `patientId` was
 * checked by the caller; null on the practice's side.
 */
export async function collectOwnData(
  services: Services,
  actor: SessionActor,
  patientId: string | null,
) {
  const { practiceId } = actor;
  const login = await ownLoginFacts(services, actor);
  const mine = await inPractice(services.db, practiceId, async (tx) => ({
    notificationChoices: await ownChoices(tx, actor),
    devices: await ownDevices(tx, actor),
    terms: await ownTerms(tx, actor),
    careFeedback: await ownCareFeedback(tx, actor),
    activity: await ownActivity(tx, actor),
  }));
  return {
    form: exportForm,
    madeAt: services.now.toString(),
    practice: { name: actor.practiceName, zone: actor.zone },
    role: actor.role,
    login,
    ...mine,
    patient: patientId === null ? null : await ofPatient(services, actor, patientId),
  };
}

export type OwnData = Awaited<ReturnType<typeof collectOwnData>>;

function ofPatient(services: Services, actor: SessionActor, patientId: string) {
  const whose = { practiceId: actor.practiceId, personId: actor.personId, patientId };
  const { appUrl } = services.env;
  return inPractice(services.db, actor.practiceId, async (tx) => ({
    record: await ownRecord(tx, whose),
    recordChanges: await ownRecordChanges(tx, whose),
    plans: await ownPlans(tx, whose),
    cases: await ownCases(tx, whose),
    ...(await ownDailyLife(tx, whose)),
    visits: await ownVisits(tx, whose),
    waitingList: await ownWaitingList(tx, whose),
    conversations: await ownConversations(tx, whose, appUrl),
    drafts: await ownDrafts(tx, whose),
    files: await ownFiles(tx, whose, appUrl),
    views: (await readViews(tx, whose, null, mostViews)).map(({ at, ...view }) => ({
      at: at.toString(),
      ...view,
    })),
  }));
}
