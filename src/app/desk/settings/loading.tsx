import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton, SkeletonRows } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

export default async function SettingsLoading() {
  const words = await getTranslations("common.ui");
  return (
    <LoadingRegion label={words("working")}>
      <div className="flex flex-col gap-8">
        <Skeleton className="h-10 w-64" />
        <Card>
          <SkeletonRows rows={4} />
        </Card>
      </div>
    </LoadingRegion>
  );
}
