import { Card, Stack } from "@/components/layout";
import { LoadingRegion, Skeleton } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

export default async function NewMessageLoading() {
  const words = await getTranslations("messages.list");
  return (
    <LoadingRegion label={words("loading")}>
      <Stack gap={6}>
        <Skeleton className="h-10 w-64" />
        <Card>
          <Stack gap={6}>
            <Skeleton className="h-11 w-full" />
            <Skeleton className="h-40 w-full" />
            <Skeleton className="h-12 w-40" />
          </Stack>
        </Card>
      </Stack>
    </LoadingRegion>
  );
}
