import { afterAll, afterEach, beforeAll } from "vitest";
import { inPractice } from "@/db/transaction";
import type { CaseState } from "@/domain/cases/case-moves";
import { followLab } from "@/features/cases/delivery/follow-lab";
import { finishSignIn } from "@/features/lab-connection/finish-sign-in";
import { reEnableIntegration } from "@/features/lab-connection/re-enable-integration";
import { deliver } from "@/features/notifications/deliver";
import type { LabPort } from "@/ports/lab";
import type { JobServices } from "@/server/services";
import { moved } from "../../../adapters/lab/case-at";
import { labVisitor } from "../../../adapters/lab/lab-visitor";
import { caseOf, type SimulatedLab, simulatedLab } from "../../../adapters/lab/simulated-lab";
import type { World } from "../../../support/world";
import { caseRows, type Scene } from "./case-rows";

export type { Scene } from "./case-rows";

interface Subject {
  readonly practiceId: string;
  readonly caseId: string;
}

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

  /** One job of what is to be said about a case. */
  async function deliverOf(subject: Subject, port?: LabPort): Promise<void> {
    const services = await jobs(port);
    const { practiceId, caseId } = subject;
    const waiting = await inPractice(world.db, practiceId, (tx) =>
      tx.delivery.findMany({
        where: { caseId, kind: "lab_case", state: { in: ["queued", "sending"] } },
        orderBy: { createdAt: "asc" },
      }),
    );
    for (const { id } of waiting) await deliver(services, { practiceId, deliveryId: id });
  }

  return {
    ...rows,
    labId,
    lab,
    jobs,
    deliver: deliverOf,
    /** A case that the lab has received; `moves` is what the lab does with it then. */
    async received(scene: Scene) {
      const subject = await rows.submitted(scene);
      await deliverOf(subject);
      const { labCaseId } = await rows.case(subject);
      if (labCaseId === null) throw new Error("it is not at the lab");
      return {
        ...subject,
        labCaseId,
        moves: async (...wishes: object[]) => {
          for (const wish of wishes) await moved(lab(), labCaseId, wish);
        },
        read: async () => caseOf(await lab().port.readCase(lab().access(), labCaseId)),
      };
    },
    /** Moves this application's clock and the lab's. */
    async advance(duration: string): Promise<void> {
      await world.advance(duration);
      await lab().clock.moveTo((await world.services()).now);
    },
    /** The orthodontist signs in at the lab again. */
    async reEnabled({ actor }: Scene): Promise<void> {
      const begun = await reEnableIntegration(await world.services(), actor, { id: labId });
      if (!begun.ok) throw new Error(begun.reason);
      const visitor = labVisitor(lab().baseUrl);
      const page = await visitor.open(begun.value.redirectTo);
      const { url } = await visitor.type(page, "eva", "a password of the lab");
      const finished = await finishSignIn(await world.services(), actor, url.searchParams);
      if (!finished.ok) throw new Error(finished.reason);
    },
    async follow({ actor, connectionId }: Scene, port?: LabPort): Promise<void> {
      await followLab(await jobs(port), { practiceId: actor.practiceId, connectionId });
    },
    async state(subject: Subject): Promise<CaseState> {
      return (await rows.case(subject)).state;
    },
    /** The mails about a case, by purpose, oldest first. */
    async mails(subject: Subject): Promise<string[]> {
      const { deliveries } = await rows.case(subject);
      return deliveries.filter(({ kind }) => kind === "mail").map(({ purpose }) => purpose);
    },
    /** How often the lab has a case of this number. */
    async atLab(number: string): Promise<readonly Record<string, unknown>[]> {
      return (await lab().cases()).filter(({ caseNumber: known }) => known === number);
    },
  };
}
