import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

/** The shape of the queue while it loads. */
export async function WaitingSkeleton() {
  const words = await getTranslations("checkIns.clinic");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-5">
        <Skeleton className="ms-auto h-12 w-64" />
        <Card flush>
          <div className="divide-y divide-hairline">
            {["a", "b", "c"].map((key) => (
              <div className="flex h-20 items-center gap-4 px-4" key={key}>
                <Skeleton className="size-14" />
                <Skeleton className="h-4 w-2/5" />
                <Skeleton className="ms-auto h-4 w-1/5" />
              </div>
            ))}
          </div>
        </Card>
      </div>
    </LoadingRegion>
  );
}
