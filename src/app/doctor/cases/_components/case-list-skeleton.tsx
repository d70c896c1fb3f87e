import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

const rows = ["a", "b", "c", "d", "e", "f"];

/** The shape of the list while it loads. */
export async function CaseListSkeleton() {
  const words = await getTranslations("cases.list");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-5">
        <Skeleton className="h-13 w-full max-w-lg" />
        <Card flush>
          <div className="divide-y divide-hairline">
            {rows.map((key) => (
              <div className="flex h-20 items-center gap-4 px-4" key={key}>
                <Skeleton className="h-14 w-18" />
                <Skeleton className="h-4 w-1/3" />
                <Skeleton className="ms-auto h-6 w-24" round />
              </div>
            ))}
          </div>
        </Card>
      </div>
    </LoadingRegion>
  );
}
