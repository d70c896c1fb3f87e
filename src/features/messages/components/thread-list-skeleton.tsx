import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

type ThreadListSkeletonProps = {
  /** In the practice's inbox with a round picture in front and the segments above. */
  inbox?: boolean;
};

const lines = ["a", "b", "c", "d", "e", "f"];

/** Threads still to come. */
export async function ThreadListSkeleton({ inbox = false }: ThreadListSkeletonProps) {
  const words = await getTranslations(inbox ? "messages.inbox" : "messages.list");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-3">
        {inbox && (
          <>
            <Skeleton className="h-11 w-64" />
            <Skeleton className="h-11 w-52" />
          </>
        )}
        <Card flush>
          <div className="divide-y divide-hairline">
            {lines.slice(0, inbox ? 6 : 3).map((key) => (
              <div className="flex items-start gap-3 px-4 py-4" key={key}>
                {inbox && <Skeleton className="size-10 shrink-0" round />}
                <div className="flex grow flex-col gap-2.5">
                  <Skeleton className="h-4 w-3/5" />
                  <Skeleton className="h-3.5 w-4/5" />
                  {inbox && <Skeleton className="h-3.5 w-full" />}
                </div>
              </div>
            ))}
          </div>
        </Card>
      </div>
    </LoadingRegion>
  );
}
