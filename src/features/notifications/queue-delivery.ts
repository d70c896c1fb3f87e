import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import type { Prisma } from "@/db/generated/client";
import { enqueue } from "@/jobs/queue";
import { seal } from "@/security/sealing";
import type { Services } from "@/server/services";
import type { MailPurpose, PushPurpose, SmsPurpose } from "./purposes";

interface Outgoing {
  readonly practiceId: string;
  readonly to: string;
  readonly language: string;
  readonly patientId?: string | undefined;
  readonly personId?: string | undefined;
  readonly caseId?: string | undefined;
  /** What the words name. Nothing clinical, no secrets (S23). */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Link token or code: sealed in the row, erased once the delivery is settled (S17). */
  readonly secret?: string;
  /** Dropped, not sent, from then on. */
  readonly expiresAt?: Temporal.Instant;
}

/** Writes a mail's delivery row and wakes the worker, in the transaction of its cause (S17). Answers the row's id. */
export function queueMail(
  tx: Tx,
  services: Services,
  mail: Outgoing & { readonly purpose: MailPurpose },
): Promise<string> {
  return queue(tx, services, "mail", mail);
}

/** Writes a text's delivery row and wakes the worker, in the transaction of its cause (S17). `to` is E.164. */
export function queueSms(
  tx: Tx,
  services: Services,
  sms: Outgoing & { readonly purpose: SmsPurpose },
): Promise<string> {
  return queue(tx, services, "sms", sms);
}

/** Writes a push's delivery row and wakes the worker, in the transaction of its cause (S17). `to` is a subscription's id. */
export function queuePush(
  tx: Tx,
  services: Services,
  push: Outgoing & { readonly purpose: PushPurpose },
): Promise<string> {
  return queue(tx, services, "push", push);
}

/** Writes the update of a patient's PMS record and wakes the worker (R4, R50). */
export function queuePmsUpdate(
  tx: Tx,
  services: Services,
  update: { readonly practiceId: string; readonly patientId: string },
): Promise<string> {
  return queue(tx, services, "pms_update", {
    ...update,
    purpose: "portal_contact",
    to: "pms",
    language: "en",
  });
}

/** Writes the delivery of what somebody changed of their record to the PMS, and wakes the worker (R17, R50). */
export function queueRecordChanges(
  tx: Tx,
  services: Services,
  update: { readonly practiceId: string; readonly patientId: string },
): Promise<string> {
  return queue(tx, services, "pms_update", {
    ...update,
    purpose: "record_changes",
    to: "pms",
    language: "en",
  });
}

async function queue(
  tx: Tx,
  services: Services,
  kind: "mail" | "sms" | "push" | "pms_update",
  outgoing: Outgoing & { readonly purpose: string },
): Promise<string> {
  const id = services.random.uuid();
  const at = new Date(services.now.epochMilliseconds);
  const { sealingKeys } = services.env;
  const secret =
    outgoing.secret === undefined
      ? {}
      : {
          sealedSecret: seal(
            sealingKeys,
            services.random,
            { table: "delivery", column: "sealed_secret", rowId: id },
            outgoing.secret,
          ),
          secretKeyId: sealingKeys.current.id,
        };
  const content: Prisma.InputJsonObject = { values: outgoing.values ?? {} };
  await tx.delivery.create({
    data: {
      practiceId: outgoing.practiceId,
      id,
      kind,
      purpose: outgoing.purpose,
      patientId: outgoing.patientId ?? null,
      personId: outgoing.personId ?? null,
      caseId: outgoing.caseId ?? null,
      recipient: outgoing.to,
      language: outgoing.language,
      content,
      ...secret,
      nextTryAt: at,
      expiresAt: outgoing.expiresAt ? new Date(outgoing.expiresAt.epochMilliseconds) : null,
      createdAt: at,
    },
    select: { id: true },
  });
  await enqueue(tx, "deliver", { practiceId: outgoing.practiceId, deliveryId: id });
  return id;
}
