import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton, SkeletonLines } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

/** The visits still to come. */
export async function VisitsSkeleton() {
  const words = await getTranslations("appointments");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-8">
        <Skeleton className="h-10 w-40" />
        <Card>
          <div className="flex flex-col gap-5">
            <Skeleton className="h-8 w-64" />
            <Skeleton className="h-6 w-52" />
            <SkeletonLines lines={3} />
            <div className="flex gap-3">
              <Skeleton className="h-12 w-24" />
              <Skeleton className="h-12 w-24" />
            </div>
          </div>
        </Card>
        <Card>
          <SkeletonLines lines={5} />
        </Card>
      </div>
    </LoadingRegion>
  );
}
