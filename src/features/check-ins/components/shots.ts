import { GUIDED_SHOTS, type Shot } from "@/domain/check-ins/photo-set";
import type { PlacedPhoto } from "../photo-schema";

/** One place of the guided set and how far its photo is. */
export interface ShotState extends Shot {
  readonly key: string;
  readonly state: "empty" | "sending" | "sent" | "failed";
  /** Where its picture is shown from: the phone's own file, or what was stored. */
  readonly picture: string | null;
  /** What went wrong. */
  readonly words: string | null;
}

export function shotKey({ view, withAligner }: Shot): string {
  return `${view}-${withAligner ? "in" : "out"}`;
}

/** The set as the server knows it. */
export function shotsOf(photos: readonly PlacedPhoto[], patientId: string): ShotState[] {
  return GUIDED_SHOTS.map((shot) => {
    const photo = photos.find(
      ({ view, withAligner }) => view === shot.view && withAligner === shot.withAligner,
    );
    return {
      ...shot,
      key: shotKey(shot),
      state: photo ? "sent" : "empty",
      picture: photo ? photoSrc(photo.uploadId, { patientId, small: true }) : null,
      words: null,
    };
  });
}

/** Where a side opens, the needed one unless said: at the first photo still to take, else at its first one. */
export function openingShot(
  shots: readonly ShotState[],
  withAligner = false,
): ShotState | undefined {
  const side = shots.filter((shot) => shot.withAligner === withAligner);
  return side.find(({ state }) => state === "empty") ?? side[0];
}

/** Where a stored photo is shown from; the practice's side names no patient. */
export function photoSrc(
  uploadId: string,
  { patientId, small = false }: { patientId?: string; small?: boolean },
): string {
  const search = new URLSearchParams({
    ...(patientId !== undefined && { patientId }),
    ...(small && { size: "preview" }),
  }).toString();
  return `/api/uploads/${uploadId}${search && `?${search}`}`;
}
