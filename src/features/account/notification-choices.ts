import { inPractice } from "@/db/transaction";
import { type ChoosableTopic, choosableTopics, topicWays } from "@/domain/notifications/topics";
import { ok, type Result, refused } from "@/domain/result";
import { actingPatients } from "@/features/access/acting-patients";
import { isPatientRole, type SessionActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { askedPatient } from "./asked-patient";
import { livingDevices } from "./push/own-devices";

export interface NotificationChoices {
  /** Whose treatment it is about; null on the practice's side. */
  readonly patientId: string | null;
  readonly patientName: string | null;
  readonly topics: readonly {
    readonly topic: ChoosableTopic;
    readonly mail: boolean;
    /** Null: no texts are sent about it. */
    readonly sms: boolean | null;
    /** Null: no browser is told of it, or none is on. */
    readonly push: boolean | null;
    /** Of the practice's people: their own threads, or all they take part in. */
    readonly threads: "own" | "all" | null;
  }[];
}

/** What somebody is told by mail, by text and on their devices: one list for themselves and one for each child (R17). */
export async function notificationChoices(
  services: Services,
  actor: SessionActor,
): Promise<NotificationChoices[]> {
  const { practiceId, personId } = actor;
  const patients = isPatientRole(actor.role)
    ? await actingPatients(services, actor)
    : [{ id: null, name: null }];
  const [rows, hasDevice] = await inPractice(services.db, practiceId, async (tx) => [
    await tx.notificationChoice.findMany({
      where: { practiceId, personId },
      select: { topic: true, patientId: true, mail: true, sms: true, push: true, threads: true },
    }),
    (await livingDevices(tx, actor)).length > 0,
  ]);
  return patients.map(({ id, name }) => ({
    patientId: id,
    patientName: name,
    topics: choosableTopics
      .filter((topic) => id !== null || topicWays[topic].forClinic)
      .map((topic) => {
        const chosen = rows.find((row) => row.topic === topic && row.patientId === id);
        const { sms: canText, push: canPush, byDefault } = topicWays[topic];
        const sms = canText ? (chosen?.sms ?? byDefault.sms) : null;
        const push = canPush && hasDevice ? (chosen?.push ?? true) : null;
        const threads =
          topic === "new_message" && id === null
            ? chosen?.threads === "all"
              ? ("all" as const)
              : ("own" as const)
            : null;
        return { topic, mail: chosen?.mail ?? byDefault.mail, sms, push, threads };
      }),
  }));
}

interface Choice {
  readonly topic: ChoosableTopic;
  readonly mail: boolean;
  /** Left out: as it was. Not read where no texts are sent about it. */
  readonly sms?: boolean | undefined;
  /** Left out: as it was. Not read where no browser is told of it. */
  readonly push?: boolean | undefined;
  /** Left out: as it was. The practice's people alone: whose threads they hear of. */
  readonly threads?: "own" | "all" | undefined;
  /** Left out: oneself where one acts for one patient, or the practice's side. */
  readonly patientId?: string | undefined;
}

/** Keeps a choice. Saying the same again changes nothing. A patient one does not act for: `not_found`. */
export async function chooseNotification(
  services: Services,
  actor: SessionActor,
  input: Choice,
): Promise<
  Result<
    {
      topic: ChoosableTopic;
      mail: boolean;
      sms?: boolean;
      push?: boolean;
      threads?: "own" | "all";
    },
    "not_found" | "patient_required"
  >
> {
  const { practiceId, personId } = actor;
  const { topic, mail } = input;
  const about = askedPatient(actor, input.patientId);
  if (!about.ok) return about;
  const patientId = about.value;
  if (patientId === null && !topicWays[topic].forClinic) return refused("not_found");
  const told = {
    ...(topicWays[topic].sms && input.sms !== undefined && { sms: input.sms }),
    ...(topicWays[topic].push && input.push !== undefined && { push: input.push }),
    ...(topic === "new_message" &&
      patientId === null &&
      input.threads !== undefined && { threads: input.threads }),
  };
  return inPractice(services.db, practiceId, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`choices:${personId}`}, 0))`;
    const whose = { practiceId, personId, topic, patientId };
    const { count } = await tx.notificationChoice.updateMany({
      where: whose,
      data: { mail, ...told },
    });
    if (count === 0) {
      await tx.notificationChoice.create({
        data: {
          ...whose,
          id: services.random.uuid(),
          mail,
          sms: topicWays[topic].byDefault.sms,
          push: topicWays[topic].push && (await livingDevices(tx, actor)).length > 0,
          ...told,
        },
        select: { id: true },
      });
    }
    await recordAudit(tx, services, auditActor(actor), {
      action: "settings.changed",
      practiceId,
      ...(patientId !== null && { patientId }),
      detail: { topic, mail, ...told },
    });
    return ok({ topic, mail, ...told });
  });
}
