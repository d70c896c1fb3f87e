import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

/** The shape of the check-in while it loads. */
export async function CheckInSkeleton() {
  const words = await getTranslations("checkIns");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-5">
        <Skeleton className="h-9 w-64" />
        <Skeleton className="h-13 w-full" />
        <Card className="flex flex-col gap-4">
          <Skeleton className="h-6 w-24" />
          <Skeleton className="aspect-4/3 w-full" />
          <Skeleton className="h-12 w-full" />
        </Card>
        <div className="grid grid-cols-5 gap-2">
          {["a", "b", "c", "d", "e"].map((key) => (
            <Skeleton className="aspect-square w-full" key={key} />
          ))}
        </div>
      </div>
    </LoadingRegion>
  );
}
