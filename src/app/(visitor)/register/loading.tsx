import { getTranslations } from "next-intl/server";
import { Card, Stack } from "@/components/layout";
import { LoadingRegion, Skeleton, SkeletonLines } from "@/components/skeleton";

/** The shape of one step. */
export default async function RegisterLoading() {
  const words = await getTranslations("common.ui");
  return (
    <LoadingRegion label={words("working")}>
      <Card>
        <Stack gap={6}>
          <Skeleton className="h-8 w-full" />
          <Skeleton className="h-9 w-3/5" />
          <SkeletonLines lines={2} />
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-12 w-full" />
        </Stack>
      </Card>
    </LoadingRegion>
  );
}
