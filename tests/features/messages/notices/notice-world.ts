import { Temporal } from "temporal-polyfill";
import type { Prisma } from "@/db/generated/client";
import { inPractice } from "@/db/transaction";
import { markRead } from "@/features/messages/mark-read";
import { sweepNotices } from "@/features/messages/notices/sweep-notices";
import { sendMessage } from "@/features/messages/send-message";
import type { ThreadMember } from "@/features/messages/thread-member";
import type { World } from "../../../support/world";
import { makeCast } from "../thread-world";

interface Chosen {
  readonly patientId?: string;
  readonly mail?: boolean;
  readonly sms?: boolean;
  readonly push?: boolean;
  readonly threads?: "own" | "all";
}

/** What a test of notices does over and over. */
export function noticesOf(world: World) {
  const services = () => world.services();
  const told = (practiceId: string, personId?: string) =>
    inPractice(world.db, practiceId, (tx) =>
      tx.delivery.findMany({
        where: { practiceId, purpose: "new_message", ...(personId && { personId }) },
        orderBy: [{ createdAt: "asc" }, { kind: "asc" }],
        select: {
          id: true,
          kind: true,
          state: true,
          recipient: true,
          personId: true,
          patientId: true,
          content: true,
        },
      }),
    );
  /** No quiet hours: tests run at any hour. */
  const awake = (practiceId: string, quiet = { quietFromMinute: 0, quietUntilMinute: 0 }) =>
    inPractice(world.db, practiceId, (tx) =>
      tx.practiceSettings.update({ where: { practiceId }, data: quiet }),
    );
  return {
    told,
    send: async (actor: ThreadMember, id: string, body = "Hello") =>
      sendMessage(await services(), actor, { id, body, attachmentIds: [] }),
    read: async (actor: ThreadMember, id: string, upTo?: number) =>
      markRead(await services(), actor, { id, upTo }),
    /** The worker looks, once the short wait is over. */
    sweep: async () => {
      await world.advance("PT31S");
      await sweepNotices(await services());
    },
    sweepNow: async () => sweepNotices(await services()),
    awake,
    /** A practice with its people, without quiet hours. */
    cast: async () => {
      const made = await makeCast(world);
      await awake(made.practice.id);
      return made;
    },
    choose: ({ practiceId, personId }: ThreadMember, { patientId, ...ways }: Chosen) =>
      inPractice(world.db, practiceId, (tx) =>
        tx.notificationChoice.create({
          data: {
            practiceId,
            personId,
            topic: "new_message",
            patientId: patientId ?? null,
            ...ways,
          },
        }),
      ),
    login: ({ loginId }: ThreadMember, data: Prisma.LoginUpdateInput) =>
      world.db.prisma.login.update({ where: { id: loginId }, data }),
    bundles: (practiceId: string) =>
      inPractice(world.db, practiceId, (tx) => tx.noticeBundle.findMany({ where: { practiceId } })),
    moveTo: async (at: string) => {
      const { now } = await services();
      await world.advance(now.until(Temporal.Instant.from(at)).toString());
    },
  };
}

export const kinds = (rows: readonly { readonly kind: string }[]) => rows.map(({ kind }) => kind);
