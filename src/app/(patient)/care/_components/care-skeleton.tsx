import { LoadingRegion, Skeleton } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

const tiles = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];

/** The shape of the guidance: what fits now, the topics, the first list. */
export async function CareSkeleton() {
  const words = await getTranslations("care");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-8">
        <div className="flex flex-col gap-3">
          <Skeleton className="h-7 w-36" />
          <Skeleton className="h-56 w-full" />
        </div>
        <div className="grid grid-cols-3 gap-2.5">
          {tiles.map((tile) => (
            <Skeleton className="h-20" key={tile} />
          ))}
        </div>
        <Skeleton className="h-48 w-full" />
      </div>
    </LoadingRegion>
  );
}
