import { Skeleton } from "@/components/skeleton";

const chips = ["a", "b", "c", "d"];

/** The choice of the day and of an amount while it loads, on home and on the page of wear. */
export function WearEntrySkeleton() {
  return (
    <>
      <Skeleton className="h-13 w-full" />
      <div className="grid grid-cols-2 gap-2 min-[22rem]:grid-cols-4">
        {chips.map((key) => (
          <Skeleton className="h-12" key={key} />
        ))}
      </div>
    </>
  );
}
