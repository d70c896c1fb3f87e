import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { sendOrHold } from "@/features/cases/delivery/send-or-hold";
import { moveCase } from "@/features/cases/move-case";
import { sealedTokens } from "@/features/lab-connection/connection-tokens";
import { doctorToken } from "../../../adapters/lab/simulated-lab";
import { makeClinicActor, makePatient } from "../../../support/people";
import {
  makePractice,
  makePractitioner,
  type PracticeMade,
  type World,
} from "../../../support/world";

const years = 10 * 365 * 86_400;

interface RecordWish {
  readonly content: Uint8Array;
  readonly position?: number;
  readonly kind?: "scan" | "photo";
}

export interface Scene {
  readonly practice: PracticeMade;
  readonly actor: ClinicActor;
  readonly practitionerId: string;
  readonly connectionId: string;
  readonly patientId: string;
}

/** Orthodontists with a connection to this lab, and their cases, as rows. */
export function caseRows(world: World, labId: string) {
  async function addRecord(
    scene: Scene,
    caseId: string,
    { content, position = 0, kind = "scan" }: RecordWish,
  ) {
    const { actor, patientId } = scene;
    const { practiceId } = actor;
    const services = await world.services();
    const id = crypto.randomUUID();
    const bytes = content.length;
    const arch = position % 2 === 0 ? "upper" : "lower";
    const isScan = kind === "scan";
    await services.files.put({ id, content: Readable.from([content]), limitBytes: bytes });
    await inPractice(world.db, practiceId, async (tx) => {
      await tx.upload.create({
        data: {
          practiceId,
          id,
          patientId,
          uploadedByPersonId: actor.personId,
          kind,
          state: "stored",
          fileName: isScan ? `${arch}.stl` : "front.png",
          contentType: isScan ? "model/stl" : "image/png",
          bytes,
          sha256: new Uint8Array(createHash("sha256").update(content).digest()),
          storageKey: id,
          createdAt: fromInstant(services.now),
        },
      });
      await tx.caseFile.create({
        data: { practiceId, caseId, uploadId: id, kind, arch: isScan ? arch : null, position },
      });
    });
  }

  async function submit({ actor }: Scene, caseId: string): Promise<void> {
    const { practiceId, personId } = actor;
    const services = await world.services();
    const mover = { by: "orthodontist", personId } as const;
    await inPractice(world.db, practiceId, async (tx) => {
      await moveCase(tx, services, { practiceId, caseId }, { event: "submit", mover });
      await sendOrHold(tx, services, { practiceId, caseId });
    });
  }

  /** A case that only has to be submitted, with so many scans on the disk. */
  async function drafted(
    scene: Scene,
    { scans = 1, photos = 0, bytes = 500, number = caseNumber() } = {},
  ) {
    const { actor, practitionerId, patientId } = scene;
    const { practiceId } = actor;
    const services = await world.services();
    const at = fromInstant(services.now);
    const caseId = crypto.randomUUID();
    const content = Buffer.alloc(bytes, caseId);
    const prescription = { arches: scans > 1 ? "both" : "upper", goal: "Align the front teeth." };
    await inPractice(world.db, practiceId, async (tx) => {
      await tx.labCase.create({
        data: {
          practiceId,
          id: caseId,
          number,
          patientId,
          practitionerId,
          labId,
          prescription,
          consentAt: at,
          idempotencyKey: crypto.randomUUID(),
          patientReference: `P-${caseId.slice(0, 8)}`,
          createdAt: at,
          updatedAt: at,
        },
      });
    });
    for (let position = 0; position < scans; position += 1)
      await addRecord(scene, caseId, { content, position });
    for (let position = 0; position < photos; position += 1)
      await addRecord(scene, caseId, { content, position, kind: "photo" });
    return { practiceId, caseId, number };
  }

  return {
    drafted,
    async scene(accessToken = doctorToken): Promise<Scene> {
      const practice = await makePractice(world);
      const actor = await makeClinicActor(world, practice.id, "orthodontist");
      await world.db.prisma.login.update({
        where: { id: actor.loginId },
        data: { email: `doctor.${practice.id}@practice.example.com`, emailVerifiedAt: new Date() },
      });
      const practitionerId = await makePractitioner(world, practice, actor.personId);
      const services = await world.services();
      const patientId = await makePatient(world, practice.id);
      const connectionId = crypto.randomUUID();
      const at = fromInstant(services.now);
      const practiceId = practice.id;
      await inPractice(world.db, practiceId, async (tx) => {
        await tx.practiceLab.create({ data: { practiceId, labId, enabledAt: at } });
        await tx.labConnection.create({
          data: {
            practiceId,
            id: connectionId,
            practitionerId,
            labId,
            ...sealedTokens(services, connectionId, {
              accessToken,
              refreshToken: "unknown to the lab",
              accessTokenLivesSeconds: years,
            }),
            lastAuthenticatedAt: at,
            webhookRegisteredAt: null,
            createdAt: at,
          },
        });
      });
      return { practice, actor, practitionerId, connectionId, patientId };
    },
    /** A case that its orthodontist has just submitted. */
    async submitted(scene: Scene, wish: Parameters<typeof drafted>[1] = {}) {
      const subject = await drafted(scene, wish);
      await submit(scene, subject.caseId);
      return subject;
    },
    /** One more scan, and the case goes out again under its number. */
    async resubmit(scene: Scene, { caseId }: { caseId: string }): Promise<void> {
      const content = Buffer.alloc(500, crypto.randomUUID());
      await addRecord(scene, caseId, { content, position: 1 });
      await submit(scene, caseId);
    },
    case: ({ practiceId, caseId }: { practiceId: string; caseId: string }) =>
      inPractice(world.db, practiceId, (tx) =>
        tx.labCase.findUniqueOrThrow({
          where: { practiceId_id: { practiceId, id: caseId } },
          include: {
            caseEvents: { orderBy: [{ at: "asc" }, { id: "asc" }] },
            caseFiles: true,
            labPlanReviews: { orderBy: { number: "asc" } },
            deliveries: { orderBy: { createdAt: "asc" } },
          },
        }),
      ),
  };
}

let counted = 0;
function caseNumber(): string {
  counted += 1;
  return `NO-2026-${String(counted).padStart(4, "0")}`;
}
