import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton, SkeletonLines, SkeletonRows } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

/** The shape of the patient page while it loads. */
export async function PatientSkeleton() {
  const words = await getTranslations("doctor.patient");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-4">
        <div className="flex h-20 flex-col justify-center gap-3">
          <Skeleton className="h-8 w-64 max-w-full" />
          <Skeleton className="h-4 w-80 max-w-full" />
        </div>
        <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="flex flex-col gap-4">
            <Card className="flex h-78 flex-col gap-6">
              <Skeleton className="h-6 w-32" />
              <SkeletonLines lines={4} />
              <Skeleton className="mt-auto h-5 w-full" />
              <Skeleton className="h-5 w-11/12" />
            </Card>
            <SkeletonRows rows={5} />
          </div>
          <div className="flex flex-col gap-4">
            <Card>
              <SkeletonLines lines={6} />
            </Card>
            <Card>
              <SkeletonLines lines={4} />
            </Card>
          </div>
        </div>
      </div>
    </LoadingRegion>
  );
}
