import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton } from "@/components/skeleton";
import { WearEntrySkeleton } from "@/features/wear/components/wear-entry-skeleton";
import { getTranslations } from "@/lib/translations";

/** The shape of the wear page while it loads. */
export async function WearSkeleton() {
  const words = await getTranslations("wear");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-5">
        <Skeleton className="mt-12 h-9 w-40" />
        <Card className="flex flex-col gap-4">
          <Skeleton className="h-6 w-64 max-w-full" />
          <WearEntrySkeleton />
        </Card>
        <Card className="flex h-80 flex-col gap-4">
          <Skeleton className="h-6 w-40" />
          <Skeleton className="h-12 w-full" />
          <Skeleton className="grow" />
        </Card>
        <Card className="h-96 p-0" />
      </div>
    </LoadingRegion>
  );
}
