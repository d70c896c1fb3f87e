import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

const rows = ["a", "b", "c"];

/** The shape of the form while it loads. */
export async function ProblemSkeleton() {
  const words = await getTranslations("problems");
  return (
    <LoadingRegion label={words("loading")}>
      <Card className="flex flex-col gap-6">
        {rows.map((key) => (
          <div className="flex flex-col gap-3" key={key}>
            <Skeleton className="h-5 w-36" />
            <div className="grid gap-2 sm:grid-cols-2">
              <Skeleton className="h-14" />
              <Skeleton className="h-14" />
            </div>
          </div>
        ))}
        <Skeleton className="h-24" />
      </Card>
    </LoadingRegion>
  );
}
