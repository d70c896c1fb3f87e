import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton, SkeletonLines } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

/** The shape of the plan's page while it loads. */
export async function PlanSkeleton() {
  const words = await getTranslations("plan");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-4">
        <div className="flex h-20 flex-col justify-center gap-3">
          <Skeleton className="h-8 w-64 max-w-full" />
          <Skeleton className="h-4 w-80 max-w-full" />
        </div>
        <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_21rem]">
          <div className="flex flex-col gap-4">
            <Card className="h-28" />
            <Card className="flex h-96 flex-col gap-6">
              <Skeleton className="h-6 w-48" />
              <SkeletonLines lines={3} />
              <Skeleton className="h-24 w-full" />
            </Card>
          </div>
          <div className="flex flex-col gap-4">
            <Card>
              <SkeletonLines lines={4} />
            </Card>
            <Card>
              <SkeletonLines lines={6} />
            </Card>
          </div>
        </div>
      </div>
    </LoadingRegion>
  );
}
