import { LoadingRegion, Skeleton, SkeletonRows } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

/** The shape of the patient page while it loads. */
export async function PatientSkeleton() {
  const words = await getTranslations("doctor.patient");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-4">
        <Skeleton className="h-20 w-72" />
        <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="flex flex-col gap-4">
            <Skeleton className="h-60 rounded-card" />
            <SkeletonRows rows={5} />
          </div>
          <div className="flex flex-col gap-4">
            <Skeleton className="h-48 rounded-card" />
            <Skeleton className="h-48 rounded-card" />
          </div>
        </div>
      </div>
    </LoadingRegion>
  );
}
