import { beforeEach, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { resendCase, resendCases } from "@/features/cases/delivery/resend-case";
import { sweepLabCases } from "@/features/cases/delivery/sweep-lab-cases";
import { openWorld } from "../../../support/world";
import { openCaseWorld } from "./case-world";

const world = await openWorld();
const cases = openCaseWorld(world);
beforeEach(async () => {
  await cases.lab().clock.moveTo((await world.services()).now);
});

const sweep = async () => sweepLabCases(await world.services());

describe("R46: no case is lost while a connection has lapsed", () => {
  it.each([
    { days: 31, why: "inactive" },
    { days: 91, why: "inactive" },
  ])(
    "$days days without a scan: held, mailed, and out by itself after the sign-in, once",
    async ({ days, why }) => {
      const scene = await cases.scene();
      await cases.advance(`P${days}D`);
      const subject = await cases.submitted(scene);
      const held = await cases.case(subject);
      expect(held.state).toBe("held_for_reauthentication");
      expect(held.caseEvents.at(-1)).toMatchObject({ reason: why });
      expect(await cases.mails(subject)).toEqual(["case_not_sent"]);
      await sweep();
      await cases.deliver(subject);
      expect(await cases.atLab(subject.number)).toEqual([]);
      await cases.reEnabled(scene);
      expect(await cases.state(subject)).toBe("queued");
      await sweep();
      await Promise.all([cases.deliver(subject), cases.deliver(subject)]);
      expect(await cases.state(subject)).toBe("received");
      expect(await cases.atLab(subject.number)).toHaveLength(1);
      expect(await cases.mails(subject)).toEqual(["case_not_sent"]);
    },
  );

  it("S18: readiness is looked at when a case is sent: the clock passes between queue and try", async () => {
    const scene = await cases.scene();
    const subject = await cases.submitted(scene);
    await cases.advance("P30D");
    await cases.deliver(subject);
    expect(await cases.state(subject)).toBe("held_for_reauthentication");
    expect(await cases.mails(subject)).toEqual(["case_not_sent"]);
    await cases.reEnabled(scene);
    await cases.deliver(subject);
    expect(await cases.state(subject)).toBe("received");
  });

  it("S18: the lab's word beats the clock: refused, the others are held with it", async () => {
    const scene = await cases.scene();
    await cases.reEnabled(scene);
    const [first, second] = [await cases.submitted(scene), await cases.submitted(scene)];
    await cases.lab().faults.set("lab", "unauthorized");
    await cases.deliver(first);
    await cases.lab().faults.set("lab", "ok");
    expect(await cases.state(first)).toBe("held_for_reauthentication");
    expect(await cases.state(second)).toBe("held_for_reauthentication");
    const connection = await inPractice(world.db, scene.actor.practiceId, (tx) =>
      tx.labConnection.findFirstOrThrow({ where: { id: scene.connectionId } }),
    );
    expect(connection.refusedByLabAt).not.toBeNull();
    await cases.reEnabled(scene);
    for (const subject of [first, second]) {
      await cases.deliver(subject);
      expect(await cases.state(subject)).toBe("received");
    }
  });

  it("R44: the cut-over passes while a case waits, and what was sent unconfirmed becomes unknown", async () => {
    const scene = await cases.scene();
    await cases.reEnabled(scene);
    const [waiting, sent] = [await cases.submitted(scene), await cases.submitted(scene)];
    await inPractice(world.db, scene.actor.practiceId, (tx) =>
      tx.labCase.updateMany({ where: { id: sent.caseId }, data: { state: "sent" } }),
    );
    const { now } = await world.services();
    const cut = [now.add({ hours: 1 }).toString(), now.add({ minutes: 30 }).toString()];
    await world.owner.pool.query(
      "update reference.lab set cut_over_at = $1, cut_over_counts_from = $2 where id = $3",
      [...cut, cases.labId],
    );
    try {
      await sweep();
      expect(await cases.state(waiting)).toBe("queued");
      await cases.advance("PT1H");
      await sweep();
      expect(await cases.state(waiting)).toBe("held_for_reauthentication");
      expect(await cases.state(sent)).toBe("delivery_unknown");
      await cases.reEnabled(scene);
      await cases.follow(scene);
      expect(await cases.state(sent)).toBe("send_failed");
      const again = await resendCases(await world.services(), scene.actor, {});
      expect(again).toMatchObject({ ok: true, value: { items: [{ id: sent.caseId }] } });
      for (const subject of [waiting, sent]) {
        await cases.deliver(subject);
        expect(await cases.state(subject)).toBe("received");
      }
    } finally {
      await world.owner.pool.query(
        "update reference.lab set cut_over_at = null, cut_over_counts_from = null where id = $1",
        [cases.labId],
      );
    }
  });

  it("R44: the cut-over passes while a case is being sent: held, and after the sign-in the lab has one", async () => {
    const scene = await cases.scene();
    await cases.reEnabled(scene);
    const subject = await cases.submitted(scene, { scans: 2 });
    const { now } = await world.services();
    const cutOver = {
      at: now.add({ seconds: 30 }).toString(),
      countsFrom: now.add({ seconds: 20 }).toString(),
    };
    const lab = { key: "alder", name: "Alder", reauthenticateEveryDays: 90, inactiveAfterDays: 30 };
    await cases.lab().load("labs", { labs: [{ ...lab, cutOver }] });
    await world.owner.pool.query(
      "update reference.lab set cut_over_at = $1, cut_over_counts_from = $2 where id = $3",
      [cutOver.at, cutOver.countsFrom, cases.labId],
    );
    try {
      const { port } = cases.lab();
      await cases.deliver(subject, {
        ...port,
        submitCase: async (...all) => {
          const answer = await port.submitCase(...all);
          await cases.advance("PT31S");
          return answer;
        },
      });
      expect(await cases.state(subject)).toBe("held_for_reauthentication");
      expect(await cases.atLab(subject.number)).toMatchObject([{ receivedScans: 0 }]);
      await cases.reEnabled(scene);
      await cases.deliver(subject);
      expect(await cases.state(subject)).toBe("received");
      expect(await cases.atLab(subject.number)).toMatchObject([{ receivedScans: 2 }]);
    } finally {
      await cases.lab().load("labs", { labs: [{ ...lab, cutOver: null }] });
      await world.owner.pool.query(
        "update reference.lab set cut_over_at = null, cut_over_counts_from = null where id = $1",
        [cases.labId],
      );
    }
  });

  it("a policy that lets it go again releases it without anybody", async () => {
    const scene = await cases.scene();
    await cases.reEnabled(scene);
    await cases.advance("P31D");
    const subject = await cases.submitted(scene);
    await world.owner.pool.query("update reference.lab set inactive_days = 60 where id = $1", [
      cases.labId,
    ]);
    await Promise.all([sweep(), sweep()]);
    await world.owner.pool.query("update reference.lab set inactive_days = 30 where id = $1", [
      cases.labId,
    ]);
    const { state, deliveries } = await cases.case(subject);
    expect(state).toBe("queued");
    expect(deliveries.filter(({ kind }) => kind === "lab_case")).toHaveLength(1);
  });
});

describe("R46: Resend", () => {
  it("sends a failed case once more, pressed once or five times, and makes no double", async () => {
    const scene = await cases.scene();
    await cases.reEnabled(scene);
    const subject = await cases.submitted(scene);
    await cases.deliver(subject);
    await inPractice(world.db, scene.actor.practiceId, (tx) =>
      tx.labCase.updateMany({ where: { id: subject.caseId }, data: { state: "send_failed" } }),
    );
    const services = await world.services();
    const press = () => resendCase(services, scene.actor, { id: subject.caseId });
    const answers = await Promise.all([press(), press(), press(), press(), press()]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    await cases.deliver(subject);
    expect(await cases.state(subject)).toBe("received");
    expect(await cases.atLab(subject.number)).toHaveLength(1);
    expect(await press()).toMatchObject({ ok: false, reason: "nothing_to_resend" });
  });

  it("S12: is for the case's own orthodontist alone", async () => {
    const subject = await cases.submitted(await cases.scene());
    const { actor: other } = await cases.scene();
    const services = await world.services();
    const { caseId: id } = subject;
    expect(await resendCase(services, other, { id })).toMatchObject({ reason: "not_found" });
    expect(await resendCases(services, other, { caseIds: [id] })).toMatchObject({
      reason: "not_found",
    });
  });
});
