import pg from "pg";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { leaseDelivery } from "@/features/notifications/lease-delivery";
import { queueMail } from "@/features/notifications/queue-delivery";
import { sweepDeliveries } from "@/features/notifications/sweep-deliveries";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";

const world = await openWorld();
const practice = await makePractice(world);
const neighbour = await makePractice(world);
const queue = new pg.Pool({ connectionString: world.runtime.env.queueDatabaseUrl, max: 2 });
afterAll(() => queue.end());
beforeEach(() => queue.query("delete from graphile_worker._private_jobs"));

async function queued(of: PracticeMade, fails = false): Promise<string> {
  const services = await world.services();
  return inPracticeOrNothing(world.db, of.id, async (tx) => {
    const id = await queueMail(tx, services, {
      practiceId: of.id,
      purpose: "plan_changed",
      to: "robin@patients.test",
      language: "en",
    });
    if (fails) throw new RolledBack(id);
    return id;
  });
}

async function waiting(): Promise<{ deliveryId: string; practiceId: string }[]> {
  const { rows } = await queue.query<{ payload: { deliveryId: string; practiceId: string } }>(
    "select payload from graphile_worker._private_jobs where is_available order by id",
  );
  return rows.map(({ payload }) => payload);
}

describe("S17: the queue and the sweep", () => {
  it("a job is queued with its cause, and gone with it", async () => {
    const id = await queued(practice);
    await queued(practice, true);
    expect(await waiting()).toEqual([{ practiceId: practice.id, deliveryId: id }]);
  });

  it("wakes what is due in every practice, each delivery once", async () => {
    const ids = [await queued(practice), await queued(neighbour)];
    await queue.query("delete from graphile_worker._private_jobs");
    await Promise.all([sweepDeliveries(world.runtime), sweepDeliveries(world.runtime)]);
    await sweepDeliveries(world.runtime);
    const woken = await waiting();
    for (const id of ids) {
      expect(woken.filter(({ deliveryId }) => deliveryId === id)).toHaveLength(1);
    }
  });

  it("leaves alone what is in hand, and takes it up when its lease has lapsed", async () => {
    const id = await queued(practice);
    const isWoken = async () => (await waiting()).some(({ deliveryId }) => deliveryId === id);
    await leaseDelivery(await world.services(), { practiceId: practice.id, deliveryId: id });
    await queue.query("delete from graphile_worker._private_jobs");
    await sweepDeliveries(world.runtime);
    expect(await isWoken()).toBe(false);
    await world.advance("PT61S");
    await sweepDeliveries(world.runtime);
    expect(await isWoken()).toBe(true);
  });

  it("wakes it anew when the job of a killed worker still holds its place in the queue", async () => {
    const id = await queued(practice);
    await queue.query(
      "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'killed', attempts = 1",
    );
    await sweepDeliveries(world.runtime);
    expect((await waiting()).filter(({ deliveryId }) => deliveryId === id)).toHaveLength(1);
  });

  it("S12: the application may enqueue, and read nothing of the queue", async () => {
    await expect(
      world.db.pool.query("select * from graphile_worker._private_jobs"),
    ).rejects.toMatchObject({ code: "42501" });
  });
});
