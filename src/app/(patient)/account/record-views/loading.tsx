import { LoadingRegion, Skeleton, SkeletonRows } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

export default async function Loading() {
  const words = await getTranslations("ownData.views");
  return (
    <LoadingRegion label={words("title")}>
      <Skeleton className="mb-6 h-9 w-64" />
      <SkeletonRows rows={5} />
    </LoadingRegion>
  );
}
