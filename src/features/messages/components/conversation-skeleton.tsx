import { LoadingRegion, Skeleton } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

/** Messages to and fro, and the box to write in, still to come. */
export async function ConversationSkeleton() {
  const words = await getTranslations("messages.conversation");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-6">
        <Skeleton className="mx-auto h-4 w-32" />
        <Skeleton className="ms-auto h-20 w-4/5 rounded-card sm:w-3/5" />
        <Skeleton className="h-26 w-4/5 rounded-card sm:w-3/5" />
        <Skeleton className="ms-auto h-13 w-2/5 rounded-card" />
        <Skeleton className="mt-2 h-14 w-full rounded-card" />
      </div>
    </LoadingRegion>
  );
}
