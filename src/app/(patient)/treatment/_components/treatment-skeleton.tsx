import { LoadingRegion, Skeleton, SkeletonRows } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

/** The shape of the treatment page while it loads. */
export async function TreatmentSkeleton() {
  const words = await getTranslations("treatment");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-5">
        <Skeleton className="h-80 rounded-card sm:h-64" />
        <div className="grid grid-cols-2 gap-3">
          <Skeleton className="h-18 rounded-card" />
          <Skeleton className="h-18 rounded-card" />
        </div>
        <SkeletonRows rows={6} />
      </div>
    </LoadingRegion>
  );
}
