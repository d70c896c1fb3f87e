import { Stack } from "@/components/layout";
import { LoadingRegion, Skeleton } from "@/components/skeleton";

/** A thread still to come: words from both sides, and the box below. */
export function ConversationSkeleton({ label }: { label: string }) {
  return (
    <LoadingRegion label={label}>
      <Stack gap={4}>
        <Skeleton className="h-9 w-3/5" />
        <Skeleton className="h-16 w-4/5" />
        <Skeleton className="h-24 w-2/3 self-end" />
        <Skeleton className="h-14 w-3/4" />
        <Skeleton className="h-14 w-1/2 self-end" />
        <Skeleton className="mt-6 h-13 w-full" />
      </Stack>
    </LoadingRegion>
  );
}
