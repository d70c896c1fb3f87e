import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { actOnCase } from "./act-on-case";
import { mayChange } from "./may-change";
import type { CasePhotosRefusal } from "./refusals";
import type { CaseAnswer, CasePhotosInput } from "./schema";

const MOST_PHOTOS = 16;

/**
 * Puts a photo of the patient's record into a case, or takes it out (R41); the same twice changes nothing. Refusals:
 * `photo_unknown` (not a photo of this patient), `too_many_photos`, and those of a case that is not written any more.
 */
export function changePhotos(
  services: Services,
  actor: ClinicActor,
  input: CasePhotosInput,
): Promise<Result<CaseAnswer, CasePhotosRefusal>> {
  const { practiceId } = actor;
  const { uploadId, remove } = input;
  return actOnCase<CasePhotosInput, CasePhotosRefusal>(services, actor, {
    operation: "POST /api/cases/{id}/photos",
    input,
    action: "case.photos_changed",
    change: async (tx, held) => {
      const may = mayChange(held);
      if (!may.ok) return may;
      const ofCase = { practiceId, caseId: held.id, kind: "photo" };
      if (remove) {
        await tx.caseFile.deleteMany({ where: { ...ofCase, uploadId } });
        return ok(null);
      }
      const photo = await tx.upload.findFirst({
        where: {
          practiceId,
          id: uploadId,
          patientId: held.patientId,
          kind: "photo",
          state: "stored",
        },
        select: { id: true },
      });
      if (!photo) return refused("photo_unknown");
      const present = await tx.caseFile.findMany({
        where: ofCase,
        select: { uploadId: true, position: true },
      });
      if (present.some((one) => one.uploadId === uploadId)) return ok(null);
      if (present.length >= MOST_PHOTOS) return refused("too_many_photos", { most: MOST_PHOTOS });
      const position = Math.max(-1, ...present.map((one) => one.position)) + 1;
      await tx.caseFile.create({
        data: { ...ofCase, id: services.random.uuid(), uploadId, position },
        select: { id: true },
      });
      return ok(null);
    },
  });
}
