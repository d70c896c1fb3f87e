import { Card, Stack } from "@/components/layout";
import { LoadingRegion, Skeleton, SkeletonRows } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

export default async function MessagesLoading() {
  const words = await getTranslations("messages.list");
  return (
    <LoadingRegion label={words("loading")}>
      <Stack gap={6}>
        <Skeleton className="h-10 w-48" />
        <Card>
          <SkeletonRows rows={5} />
        </Card>
      </Stack>
    </LoadingRegion>
  );
}
