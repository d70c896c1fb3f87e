import type { Prisma } from "@/db/generated/client";
import { inPractice } from "@/db/transaction";
import type { World } from "../../support/world";

/** A text as it stands after it was sent at this moment. Answers its id. */
export async function sentText(
  world: World,
  practiceId: string,
  at: string | Date,
  more: Partial<Prisma.DeliveryUncheckedCreateInput> = {},
): Promise<string> {
  const { random } = await world.services();
  const id = random.uuid();
  const when = new Date(at);
  await inPractice(world.db, practiceId, (tx) =>
    tx.delivery.create({
      data: {
        practiceId,
        id,
        kind: "sms",
        purpose: "login_code",
        state: "delivered",
        content: { values: {} },
        providerId: `SM${id.replaceAll("-", "")}`,
        segments: 1,
        tries: 1,
        nextTryAt: when,
        createdAt: when,
        settledAt: when,
        ...more,
      },
    }),
  );
  return id;
}
