import { inPractice } from "@/db/transaction";
import { CHECK_IN_VIEWS, type Shot } from "@/domain/check-ins/photo-set";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { addPhoto } from "@/features/check-ins/add-photo";
import { askCheckIns } from "@/features/check-ins/ask-check-ins";
import { judgeCheckIn } from "@/features/check-ins/judge-check-in";
import type { VerdictInput } from "@/features/check-ins/schema";
import { submitCheckIn } from "@/features/check-ins/submit-check-in";
import { treatmentView } from "@/features/treatment/queries";
import { makeClinicActor } from "../../support/people";
import type { World } from "../../support/world";
import { INTERVAL_DAYS, today, treatedPatient } from "../treatment/made-plan";
import { stored } from "../uploads/upload-world";

/** A patient who has worn aligner 2 for its days, with a photo stop after it. */
export async function atPhotoStop(world: World, daysAgo = INTERVAL_DAYS) {
  const given = await treatedPatient(world, {
    daysAgo,
    stopAfter: { stage: 2, stop: "photo_check_in" },
  });
  const { actor, practice } = given;
  const doctor = await makeClinicActor(world, practice.id, "orthodontist");
  const rows = () =>
    inPractice(world.db, practice.id, (tx) =>
      tx.checkIn.findMany({
        where: { practiceId: practice.id, patientId: actor.patientId },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      }),
    );
  return {
    ...given,
    doctor,
    rows,
    day: (plus: number) => today(world, practice, plus),
    async asked(): Promise<string> {
      await askCheckIns(await world.services());
      const open = (await rows()).find(({ state }) => state === "requested");
      if (!open) throw new Error("nobody asked");
      return open.id;
    },
    async waitsFor() {
      const { value } = await treatmentView(await world.services(), actor);
      return value.arches.map(({ waitingFor }) => waitingFor?.reason ?? null);
    },
    mails: () =>
      inPractice(world.db, practice.id, (tx) =>
        tx.delivery.findMany({
          where: { practiceId: practice.id, kind: "mail" },
          orderBy: { id: "asc" },
        }),
      ),
    audited: () =>
      inPractice(world.db, practice.id, (tx) =>
        tx.auditEntry.findMany({
          where: { practiceId: practice.id, action: { startsWith: "check_in." } },
          orderBy: { id: "asc" },
          select: { action: true, actorPersonId: true, patientId: true },
        }),
      ),
  };
}

const out: readonly Shot[] = CHECK_IN_VIEWS.map((view) => ({ view, withAligner: false }));

/** Uploads a photo and puts it in its place. */
export async function place(world: World, actor: PatientActor, id: string, shot: Shot) {
  const upload = await stored(world, actor);
  const placed = await addPhoto(await world.services(), actor, {
    id,
    uploadId: upload.id,
    ...shot,
  });
  return { placed, uploadId: upload.id };
}

/** Takes every view and sends them; answers the uploads. */
export async function sendAll(
  world: World,
  actor: PatientActor,
  id: string,
  shots: readonly Shot[] = out,
): Promise<string[]> {
  const uploads: string[] = [];
  for (const shot of shots) uploads.push((await place(world, actor, id, shot)).uploadId);
  const sent = await submitCheckIn(await world.services(), actor, { id });
  if (!sent.ok) throw new Error(sent.reason);
  return uploads;
}

export async function judge(
  world: World,
  doctor: ClinicActor,
  id: string,
  verdict: Omit<VerdictInput, "id">,
) {
  return judgeCheckIn(await world.services(), doctor, { id, ...verdict });
}
