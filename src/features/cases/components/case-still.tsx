import { ArchOutline } from "@/components/arch-outline";
import { PrivateImage } from "@/features/uploads/components/private-image";

/** A case's small picture in a list: its scan, or a drawn arch while there is none. It only decorates. */
export function CaseStill({ scanId }: { scanId: string | null }) {
  return (
    <span className="grid h-14 w-18 shrink-0 place-items-center overflow-hidden rounded-control bg-sunken text-edge max-sm:hidden">
      {scanId === null ? (
        <ArchOutline className="w-10" />
      ) : (
        <PrivateImage
          alt=""
          className="size-full object-cover"
          loading="lazy"
          src={`/api/scans/${scanId}/still`}
        />
      )}
    </span>
  );
}
