import { afterAll, afterEach, beforeAll } from "vitest";
import { inPractice } from "@/db/transaction";
import type { CaseState } from "@/domain/cases/case-moves";
import { followLab } from "@/features/cases/delivery/follow-lab";
import { deliver } from "@/features/notifications/deliver";
import type { LabPort } from "@/ports/lab";
import type { JobServices } from "@/server/services";
import { type SimulatedLab, simulatedLab } from "../../../adapters/lab/simulated-lab";
import type { World } from "../../../support/world";
import { caseRows, type Scene } from "./case-rows";

export type { Scene } from "./case-rows";

/** Orthodontists, their cases and the real simulated lab. */
export function openCaseWorld(world: World) {
  const labId = crypto.randomUUID();
  const rows = caseRows(world, labId);
  const held: { lab?: SimulatedLab } = {};
  const lab = () => {
    if (!held.lab) throw new Error("the lab is not open yet");
    return held.lab;
  };
  beforeAll(async () => {
    held.lab = await simulatedLab(world.ownerUrl);
    await held.lab.clock.moveTo((await world.services()).now);
    await held.lab.reset();
    await world.owner.pool.query(
      `insert into reference.lab (id, key, name, base_url, periodic_days, inactive_days)
       values ($1, 'alder', 'Alder', $2, 90, 30)`,
      [labId, `${held.lab.baseUrl}/labs/alder`],
    );
  });
  afterEach(() => lab().faults.set("lab", "ok"));
  afterAll(() => held.lab?.close());

  const jobs = async (port: LabPort = lab().port): Promise<JobServices> => {
    const services = await world.services();
    const never = new Proxy({}, { get: () => () => Promise.reject(new Error("not here")) });
    const outside = { lab: port, mail: never, sms: never, openPms: never, push: null };
    // Only the lab takes part.
    return { ...services, outside: outside as unknown as JobServices["outside"] };
  };

  return {
    ...rows,
    labId,
    lab,
    jobs,
    /** One job of the case's delivery that is under way. */
    async deliver(subject: { practiceId: string; caseId: string }, port?: LabPort): Promise<void> {
      const services = await jobs(port);
      const { practiceId, caseId } = subject;
      const rows = await inPractice(world.db, practiceId, (tx) =>
        tx.delivery.findMany({
          where: { caseId, kind: "lab_case", state: { in: ["queued", "sending"] } },
          orderBy: { createdAt: "asc" },
        }),
      );
      for (const { id } of rows) await deliver(services, { practiceId, deliveryId: id });
    },
    async follow({ actor, connectionId }: Scene, port?: LabPort): Promise<void> {
      await followLab(await jobs(port), { practiceId: actor.practiceId, connectionId });
    },
    async state(subject: { practiceId: string; caseId: string }): Promise<CaseState> {
      return (await rows.case(subject)).state;
    },
    /** The mails about a case, by purpose, oldest first. */
    async mails(subject: { practiceId: string; caseId: string }): Promise<string[]> {
      const { deliveries } = await rows.case(subject);
      return deliveries.filter(({ kind }) => kind === "mail").map(({ purpose }) => purpose);
    },
    /** How often the lab has a case of this number. */
    async atLab(number: string): Promise<readonly Record<string, unknown>[]> {
      return (await lab().cases()).filter(({ caseNumber: known }) => known === number);
    },
  };
}
