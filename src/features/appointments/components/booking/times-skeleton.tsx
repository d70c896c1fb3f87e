import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

/** Free times still to come: title, suggestions, a week. */
export async function TimesSkeleton() {
  const words = await getTranslations("appointments.new");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-8">
        <Skeleton className="h-10 w-56" />
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {["a", "b", "c", "d", "e", "f"].map((key) => (
            <Skeleton className="h-18" key={key} />
          ))}
        </div>
        <Card className="flex flex-col gap-6">
          <div className="grid grid-cols-7 gap-1">
            {["a", "b", "c", "d", "e", "f", "g"].map((key) => (
              <Skeleton className="h-14" key={key} />
            ))}
          </div>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(6.75rem,1fr))] gap-2">
            {["a", "b", "c", "d", "e", "f"].map((key) => (
              <Skeleton className="h-12" key={key} />
            ))}
          </div>
        </Card>
      </div>
    </LoadingRegion>
  );
}
