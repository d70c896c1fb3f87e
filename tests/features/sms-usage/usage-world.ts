import { inPractice } from "@/db/transaction";
import type { SmsPurpose } from "@/features/notifications/purposes";
import { queueSms } from "@/features/notifications/queue-delivery";
import { followText } from "@/features/sms-usage/follow-text";
import { readUsage } from "@/features/sms-usage/read-usage";
import type { UsageAnswer, UsageQuery } from "@/features/sms-usage/schema";
import { makeClinicActor } from "../../support/people";
import type { World } from "../../support/world";
import type { openDeliveryWorld } from "../notifications/delivery-world";

/** Numbers are nobody else's: the network is asked by them. */
let last = 1_000;

type DeliveryWorld = Awaited<ReturnType<typeof openDeliveryWorld>>;

/** Texts of one practice: queued by the application's own door, sent over the simulated phone network. */
export async function textsOf(world: World, outside: DeliveryWorld, practiceId: string) {
  const staff = await makeClinicActor(world, practiceId, "staff");

  const numbers: string[] = [];
  return {
    staff,
    numbers,
    async queue(purpose: SmsPurpose = "login_code", to = `+4670174${++last}`) {
      const services = await world.services();
      numbers.push(to);
      const id = await inPractice(world.db, practiceId, (tx) =>
        queueSms(tx, services, {
          practiceId,
          purpose,
          to,
          language: "en",
          secret: "493817",
          expiresAt: services.now.add({ hours: 2 }),
        }),
      );
      return { id, to };
    },
    deliver: (id: string) => outside.deliver(practiceId, id),
    async follow(id: string) {
      await outside.advance("PT1M");
      await followText(await outside.jobServices(), { practiceId, deliveryId: id });
    },
    async usage(query: UsageQuery = {}): Promise<UsageAnswer> {
      return (await readUsage(await world.services(), staff, query)).value;
    },
    /** What the phone network itself says it took for this practice. */
    async atNetwork() {
      const found = await Promise.all(numbers.map((to) => outside.textsTo(to)));
      return found.flat();
    },
  };
}
