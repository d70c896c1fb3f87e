import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

const tiles = ["a", "b", "c", "d", "e", "f", "g"];
const rows = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** The shape of the work list while it loads. */
export async function WorkSkeleton() {
  const words = await getTranslations("doctor");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-5">
        <div className="grid grid-cols-3 gap-2 sm:gap-3 xl:grid-cols-7">
          {tiles.map((key) => (
            <Card className="flex h-22 flex-col gap-3 p-3 sm:h-28 sm:p-4" key={key}>
              <Skeleton className="h-8 w-8" />
              <Skeleton className="h-4 w-3/5" />
            </Card>
          ))}
        </div>
        <div className="flex flex-wrap justify-between gap-2">
          <Skeleton className="h-11 w-64" />
          <Skeleton className="h-11 w-54" />
        </div>
        <Card flush>
          <div className="divide-y divide-hairline">
            {rows.map((key) => (
              <div className="flex h-12 items-center gap-6 px-4" key={key}>
                <Skeleton className="h-4 w-2/5 sm:w-1/5" />
                <Skeleton className="h-6 w-24" round />
                <Skeleton className="ms-auto hidden h-4 w-2/5 sm:block" />
              </div>
            ))}
          </div>
        </Card>
      </div>
    </LoadingRegion>
  );
}
