import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { refused } from "@/domain/result";
import { keepLease } from "@/features/notifications/keep-lease";
import { leaseDelivery } from "@/features/notifications/lease-delivery";
import type { LabPort } from "@/ports/lab";
import { openWorld } from "../../../support/world";
import { openCaseWorld } from "./case-world";

const world = await openWorld();
const cases = openCaseWorld(world);

/** The port, with some of it answering otherwise. */
const portWith = (other: Partial<LabPort>): LabPort => ({ ...cases.lab().port, ...other });

describe("R46: a case goes to its lab", () => {
  it("with every scan, and is received when the lab says so", async () => {
    const scene = await cases.scene();
    const subject = await cases.submitted(scene, { scans: 2, bytes: 100_000 });
    expect(await cases.state(subject)).toBe("queued");
    await cases.deliver(subject);
    const sent = await cases.case(subject);
    expect(sent.state).toBe("received");
    expect(sent.caseEvents.map(({ event }) => event)).toEqual([
      "submit",
      "start_sending",
      "receive",
    ]);
    expect(sent.caseFiles.every(({ acceptedByLabAt }) => acceptedByLabAt !== null)).toBe(true);
    const [atLab] = await cases.atLab(subject.number);
    expect(atLab).toMatchObject({ status: "received", receivedScans: 2, id: sent.labCaseId });
    expect(sent.deliveries).toMatchObject([{ state: "delivered", purpose: "case_submitted" }]);
  });

  it("with its photos; a photo alone is no scan to the lab's rule", async () => {
    const scene = await cases.scene();
    const both = await cases.submitted(scene, { scans: 1, photos: 2 });
    await cases.deliver(both);
    const sent = await cases.case(both);
    expect(sent.state).toBe("received");
    expect(sent.caseFiles.filter(({ acceptedByLabAt }) => acceptedByLabAt !== null)).toHaveLength(
      3,
    );
    const [atLab] = await cases.atLab(both.number);
    expect(atLab).toMatchObject({ receivedScans: 1, receivedPhotos: 2 });

    const other = await cases.scene();
    const photo = await cases.submitted(other, { scans: 0, photos: 1 });
    await cases.deliver(photo);
    expect(await cases.state(photo)).toBe("received");
    const { lastAcceptedScanAt } = await inPractice(world.db, other.practice.id, (tx) =>
      tx.labConnection.findFirstOrThrow({ where: { id: other.connectionId } }),
    );
    expect(lastAcceptedScanAt).toBeNull();
  });

  it("S17: after an answer that got lost, the lab has one case", async () => {
    const scene = await cases.scene();
    const subject = await cases.submitted(scene, { scans: 2 });
    await cases.lab().faults.set("lab", "accept-then-drop");
    await cases.deliver(subject);
    expect(await cases.state(subject)).toBe("sending");
    expect(await cases.atLab(subject.number)).toHaveLength(1);
    await cases.lab().faults.set("lab", "ok");
    await world.advance("PT1M");
    await cases.deliver(subject);
    expect(await cases.state(subject)).toBe("received");
    expect(await cases.atLab(subject.number)).toHaveLength(1);
  });

  it("S17: two workers at once send one, and a job too many does nothing", async () => {
    const scene = await cases.scene();
    const subject = await cases.submitted(scene);
    await Promise.all([cases.deliver(subject), cases.deliver(subject), cases.deliver(subject)]);
    await cases.deliver(subject);
    const { caseEvents } = await cases.case(subject);
    expect(caseEvents.filter(({ event }) => event === "receive")).toHaveLength(1);
    expect(await cases.atLab(subject.number)).toHaveLength(1);
  });

  it("S17: a lab that is down is tried again, ten times, and then it is told once (R47)", async () => {
    const scene = await cases.scene();
    const subject = await cases.submitted(scene);
    await cases.lab().faults.set("lab", "down");
    for (let tries = 1; tries <= 10; tries += 1) {
      await cases.deliver(subject);
      await world.advance("PT1H1M");
    }
    const failed = await cases.case(subject);
    expect(failed.state).toBe("send_failed");
    expect(failed.caseEvents.at(-1)).toMatchObject({ event: "fail_sending", reason: "no_answer" });
    expect(await cases.mails(subject)).toEqual(["case_not_sent"]);
    const mail = failed.deliveries.find(({ kind }) => kind === "mail");
    expect(mail).toMatchObject({ content: { values: { case: subject.number, lab: "Alder" } } });
    expect(JSON.stringify(mail)).not.toMatch(/Robin|1990/);
  });

  it("is unknown when a try had no clear answer, and ends in a truth (R46)", async () => {
    const scene = await cases.scene();
    const arrived = await cases.submitted(scene, { scans: 0 });
    const lost = await cases.submitted(scene, { scans: 0 });
    const unclear = portWith({ submitCase: async () => refused("unclear") });
    const arrivedAtOnce = portWith({
      submitCase: async (...all) => {
        await cases.lab().port.submitCase(...all);
        return refused("unclear");
      },
    });
    for (let tries = 1; tries <= 10; tries += 1) {
      await cases.deliver(arrived, arrivedAtOnce);
      await cases.deliver(lost, unclear);
      await world.advance("PT1H1M");
    }
    expect(await cases.state(arrived)).toBe("delivery_unknown");
    expect(await cases.state(lost)).toBe("delivery_unknown");
    await cases.lab().faults.set("lab", "down");
    await cases.follow(scene);
    expect(await cases.state(lost)).toBe("delivery_unknown");
    await cases.lab().faults.set("lab", "ok");
    await cases.follow(scene);
    expect(await cases.state(arrived)).toBe("received");
    const { state, caseEvents } = await cases.case(lost);
    expect([state, caseEvents.at(-1)?.reason]).toEqual(["send_failed", "not_at_lab"]);
    expect(await cases.mails(lost)).toEqual(["case_not_sent"]);
  });

  it("is not sent while a scan is missing there, whatever was answered", async () => {
    const scene = await cases.scene();
    const subject = await cases.submitted(scene, { scans: 2 });
    const { port } = cases.lab();
    // As a lab answers that died between a scan's last byte and looking at it.
    const forgetful = portWith({ uploadScan: (access, id) => port.readCase(access, id) });
    await cases.deliver(subject, forgetful);
    expect(await cases.state(subject)).toBe("sending");
    await world.advance("PT1M");
    await cases.deliver(subject);
    expect(await cases.state(subject)).toBe("received");
    expect(await cases.atLab(subject.number)).toMatchObject([{ receivedScans: 2 }]);
  });

  it("fails at once when the lab does not take it", async () => {
    const scene = await cases.scene();
    const first = await cases.submitted(scene);
    await cases.deliver(first);
    const twin = await cases.submitted(await cases.scene(), { number: first.number });
    await cases.deliver(twin);
    const { state, caseEvents } = await cases.case(twin);
    expect([state, caseEvents.at(-1)?.reason]).toEqual(["send_failed", "refused"]);
  });
});

describe("S17: the lease of a long try", () => {
  it("is lost when it lapsed, and the old holder changes nothing any more", async () => {
    const scene = await cases.scene();
    const subject = await cases.submitted(scene);
    const { port } = cases.lab();
    const slow = portWith({
      submitCase: async (...all) => {
        const answer = await port.submitCase(...all);
        // Asleep for longer than a lease lasts, while another worker does it all.
        await world.advance("PT61S");
        await cases.deliver(subject);
        return answer;
      },
      uploadScan: () => Promise.reject(new Error("the old holder went on")),
    });
    await cases.deliver(subject, slow);
    const { state, caseEvents, deliveries } = await cases.case(subject);
    expect(state).toBe("received");
    expect(caseEvents.filter(({ event }) => event === "receive")).toHaveLength(1);
    expect(deliveries).toMatchObject([{ state: "delivered", tries: 2 }]);
  });

  it("is renewed while it goes on, and its holder is told when somebody else has it", async () => {
    const scene = await cases.scene();
    const subject = await cases.submitted(scene);
    const { practiceId } = subject;
    const services = await cases.jobs();
    const { deliveries } = await cases.case(subject);
    const leased = await leaseDelivery(services, {
      practiceId,
      deliveryId: deliveries[0]?.id ?? "",
    });
    if (!leased) throw new Error("it could not be leased");
    const lease = keepLease(services, leased, 20);
    await world.advance("PT40S");
    const until = async () => (await cases.case(subject)).deliveries[0]?.leaseUntilAt?.getTime();
    const first = leased.leaseUntilAt.getTime();
    await expect.poll(until, { timeout: 5_000 }).toBeGreaterThan(first + 30_000);
    await world.advance("PT40S");
    expect(await lease.holds()).toBe(true);
    await inPractice(world.db, practiceId, (tx) =>
      tx.delivery.updateMany({
        where: { caseId: subject.caseId },
        data: { leaseUntilAt: new Date(0) },
      }),
    );
    await expect.poll(() => lease.lost.aborted, { timeout: 5_000 }).toBe(true);
    expect(await lease.holds()).toBe(false);
    await lease.end();
  });
});
