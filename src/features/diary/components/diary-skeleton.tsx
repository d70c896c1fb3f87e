import { LoadingRegion, Skeleton } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

/** The diary's shape before it is there: bar, headings, columns with visits. */
export async function DiarySkeleton() {
  const words = await getTranslations("diary.view");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-6">
        <div className="flex justify-between gap-4">
          <Skeleton className="h-9 w-72" />
          <Skeleton className="hidden h-9 w-96 md:block" />
        </div>
        <div className="flex flex-wrap gap-3">
          <Skeleton className="h-9 w-80" />
          <Skeleton className="h-9 w-40" />
          <Skeleton className="h-9 w-56" />
        </div>
        <div className="grid gap-px overflow-hidden rounded-card border border-hairline bg-hairline md:grid-cols-3">
          {["first", "second", "third"].map((column) => (
            <div className="flex flex-col gap-3 bg-surface p-4 md:h-[60dvh]" key={column}>
              <Skeleton className="h-6 w-40" />
              <Skeleton className="h-14 w-full" />
              <Skeleton className="h-20 w-full" />
              <Skeleton className="h-10 w-full" />
            </div>
          ))}
        </div>
      </div>
    </LoadingRegion>
  );
}
