import type { ClinicMade } from "../clinic/clinic-people";
import { ago, at, type Making, on, onDay } from "../making";
import { ownTemplate } from "../words/conversations";

/** What the practice has done with its inbox (R40): a thread put away, a template of one's own, an absence to come. */
export function addHandled(making: Making, clinic: ClinicMade): void {
  const { rows, practiceId, chance, today } = making;
  const [away, orthodontist] = clinic.orthodontists;
  const [clerk] = clinic.staff;
  if (!orthodontist || !away || !clerk) return;

  const since = ago(making, { days: 40 });
  const [name, body] = ownTemplate;
  const ownerPersonId = orthodontist.personId;
  const template = { practiceId, id: chance.id(since), name, body, ownerPersonId };
  rows.add("tenant.message_template", { ...template, updatedAt: at(since) });

  rows.add("tenant.absence_cover", {
    practiceId,
    id: chance.id(since),
    practitionerId: away.practitionerId,
    coveredByPersonId: orthodontist.personId,
    fromOn: on(today.add({ days: 30 })),
    untilOn: on(today.add({ days: 41 })),
    replyWords: "I am away. Your message is with my colleagues, who answer in my place.",
  });

  // One that waits for the patient: nobody is kept waiting by it.
  const thread = rows
    .of("tenant.thread")
    .filter((one) => one.practiceId === practiceId && one.state === "waiting" && one.withStaff)
    .at(-1);
  if (!thread?.id) return;
  const until = at(onDay(making, today.add({ days: 6 }), 8 * 60));
  thread.snoozedUntilAt = until;
  const putAway = ago(making, { hours: 2 });
  rows.add("tenant.thread_event", {
    practiceId,
    id: chance.id(putAway),
    threadId: thread.id,
    kind: "snoozed",
    afterNumber: thread.messageCount ?? 0,
    byPersonId: clerk.personId,
    byName: clerk.name,
    untilAt: until,
    at: at(putAway),
  });
}
