import { LoadingRegion, Skeleton } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

export default async function ChildrenLoading() {
  const words = await getTranslations("common.ui");
  return (
    <LoadingRegion label={words("working")}>
      <div className="flex flex-col gap-6">
        <Skeleton className="h-9 w-72" />
        <Skeleton className="h-56 w-full" />
      </div>
    </LoadingRegion>
  );
}
