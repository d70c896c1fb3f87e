import type { CheckInView } from "@/domain/check-ins/photo-set";
import { CHECK_IN_VIEWS } from "@/domain/check-ins/photo-set";
import { PrivateImage } from "@/features/uploads/components/private-image";
import type { PlacedPhoto } from "../photo-schema";
import { photoSrc, shotKey } from "./shots";

type SentPhotosProps = {
  photos: readonly PlacedPhoto[];
  patientId: string;
  label: string;
  names: Record<CheckInView, string>;
  /** What stands after the view's name where the aligner is in. */
  withAligner: string;
};

/** The photos of a set, small, in the order of the guide. */
export function SentPhotos({ photos, patientId, label, names, withAligner }: SentPhotosProps) {
  const ordered = [false, true].flatMap((side) =>
    CHECK_IN_VIEWS.flatMap((view) =>
      photos.filter((photo) => photo.view === view && photo.withAligner === side),
    ),
  );
  return (
    <ul aria-label={label} className="grid grid-cols-3 gap-3 sm:grid-cols-5">
      {ordered.map((photo) => {
        const name = photo.withAligner ? `${names[photo.view]}, ${withAligner}` : names[photo.view];
        return (
          <li className="flex flex-col gap-1" key={shotKey(photo)}>
            <PrivateImage
              alt={name}
              className="aspect-square w-full rounded-control bg-sunken object-cover"
              height={photo.height ?? undefined}
              loading="lazy"
              src={photoSrc(photo.uploadId, { patientId, small: true })}
              width={photo.width ?? undefined}
            />
            <span aria-hidden="true" className="text-muted text-sm">
              {name}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
