import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton, SkeletonRing } from "@/components/skeleton";
import { WearEntrySkeleton } from "@/features/wear/components/wear-entry-skeleton";
import { getTranslations } from "@/lib/translations";

/** The shape of a patient's home while it loads. */
export async function HomeSkeleton() {
  const words = await getTranslations("home");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-3 sm:gap-4">
        <Card className="grid items-center gap-x-8 gap-y-5 sm:h-84 sm:grid-cols-2">
          <div className="flex flex-col gap-3 sm:col-start-2 sm:self-end">
            <Skeleton className="h-4 w-36" />
            <Skeleton className="h-8 w-4/5" />
            <Skeleton className="h-4 w-full" />
          </div>
          <SkeletonRing className="mx-auto w-56 sm:row-span-2 sm:row-start-1 sm:w-64" />
          <div className="flex flex-col items-center gap-4 sm:col-start-2 sm:self-start">
            <Skeleton className="h-12 w-full" />
            <Skeleton className="h-4 w-40" />
          </div>
        </Card>
        <LineCard />
        <Card className="flex h-55 flex-col gap-3">
          <Skeleton className="h-6 w-28" />
          <WearEntrySkeleton />
        </Card>
        <Card className="flex h-21 items-center justify-around p-0" tone="sunken">
          <Skeleton className="h-9 w-16" />
          <Skeleton className="h-9 w-16" />
          <Skeleton className="h-9 w-16" />
        </Card>
        <LineCard />
      </div>
    </LoadingRegion>
  );
}

function LineCard() {
  return (
    <Card className="flex h-27 items-center gap-4">
      <Skeleton className="size-11 shrink-0" />
      <div className="flex grow flex-col gap-2.5">
        <Skeleton className="h-3.5 w-24" />
        <Skeleton className="h-4 w-3/5" />
        <Skeleton className="h-4 w-2/5" />
      </div>
    </Card>
  );
}
