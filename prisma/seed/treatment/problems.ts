import { formatDay } from "@/lib/format-time";
import { ago, at, type Making, on } from "../making";
import { addMessages } from "../messages/thread-rows";
import { type PlanMade, problemAdvice } from "./plan-rows";

const told = [
  { kind: "lost", name: "Lost", words: "I left it at lunch and the bin was emptied." },
  { kind: "cracked", name: "Cracked or broken", words: "It split at the back when I took it out." },
  { kind: "ill_fitting", name: "Does not fit well", words: "There is a gap at the front tooth." },
] as const;

/** What went wrong with an aligner and was told here, each with its thread; the latest waits for an answer (R25). */
export function addProblems(making: Making, plans: readonly PlanMade[]): void {
  const { rows, practiceId, chance, today } = making;
  const worn = plans.filter(({ current, patient }) => current && patient.registered);
  told.forEach(({ kind, name, words }, i) => {
    const plan = worn[i * 5 + 3];
    if (!plan?.current) return;
    const { patient, current } = plan;
    const daysAgo = i * 6 + 1;
    const reportedAt = ago(making, { days: daysAgo, hours: 4 });
    const answeredAt = i === 0 ? null : reportedAt.add({ hours: 3 });
    const noticedOn = today.subtract({ days: daysAgo + 2 });
    const threadId = chance.id(reportedAt);
    const { personId } = patient.login;
    const arch = current.arch === "upper" ? "Upper" : "Lower";
    const subject = `${name}: ${arch} aligner ${current.number}`;
    const patientVoice = {
      personId,
      role: "patient",
      name: `${patient.firstName} ${patient.lastName}`,
    } as const;
    rows.add("tenant.thread", {
      practiceId,
      id: threadId,
      patientId: patient.id,
      subject,
      state: answeredAt === null ? "open" : "waiting",
      withStaff: true,
      lastMessageAt: at(answeredAt ?? reportedAt),
      lastMessageByPatient: answeredAt === null,
      messageCount: answeredAt === null ? 1 : 2,
      createdAt: at(reportedAt),
      createdByPersonId: personId,
    });
    rows.add("tenant.aligner_problem", {
      practiceId,
      id: chance.id(reportedAt),
      patientId: patient.id,
      stageId: current.id,
      kind,
      noticedOn: on(noticedOn),
      words,
      threadId,
      advice: problemAdvice[kind],
      adviceFrom: "plan",
      reportedByPersonId: personId,
      reportedAt: at(reportedAt),
      answeredAt: answeredAt && at(answeredAt),
    });
    const report = {
      voice: patientVoice,
      body: `${subject}\nNoticed on ${formatDay(noticedOn.toString(), "en", true)}\n\n${words}`,
      hasPhoto: kind === "cracked",
      sentAt: reportedAt,
    };
    const { orthodontist } = patient;
    const answer = answeredAt && {
      voice: {
        personId: orthodontist.personId,
        role: "orthodontist" as const,
        name: `Dr ${orthodontist.name}`,
      },
      body: "Thank you for telling us at once. Do as it says above, I look at it at your next visit.",
      hasPhoto: false,
      sentAt: answeredAt,
    };
    addMessages(making, threadId, patient.id, answer ? [report, answer] : [report]);
  });
}
