import { LoadingRegion, Skeleton } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

/** The shape of a patient's home while it loads. */
export async function HomeSkeleton() {
  const words = await getTranslations("home");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-4">
        <Skeleton className="h-120 rounded-card sm:h-84" />
        <Skeleton className="h-21 rounded-card" />
        <Skeleton className="h-25 rounded-card" />
        <Skeleton className="h-25 rounded-card" />
      </div>
    </LoadingRegion>
  );
}
