import { expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { edited, opened, save, treated, world } from "./plan-world";

it("S23: mails the patient when their days move, without a clinical word, and for notes and drafts not", async () => {
  const { doctor, actor, patientId, practice } = await treated();
  await world.db.prisma.login.update({
    where: { id: actor.loginId },
    data: {
      email: "robin@mail.example.com",
      emailFolded: "robin@mail.example.com",
      emailVerifiedAt: new Date((await world.services()).now.epochMilliseconds),
    },
  });
  await inPractice(world.db, practice.id, (tx) =>
    tx.patient.updateMany({ where: { id: patientId }, data: { loginId: actor.loginId } }),
  );
  const mails = () =>
    inPractice(world.db, practice.id, (tx) =>
      tx.delivery.findMany({ where: { patientId }, select: { purpose: true } }),
    );
  const { plan } = await opened(doctor, patientId);
  const noted = edited(plan, ({ number }) => (number === 4 ? { note: "Midline" } : {}));
  expect((await save(doctor, patientId, { version: 1, plan: noted })).ok).toBe(true);
  expect(await mails()).toEqual([]);
  const slower = edited(noted, ({ number }) => (number > 2 ? { intervalDays: 14 } : {}));
  expect((await save(doctor, patientId, { version: 2, plan: slower })).ok).toBe(true);
  expect(await mails()).toEqual([{ purpose: "plan_changed" }]);
});
