import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

const rows = ["a", "b", "c", "d"];

/** The shape of the list while it loads. */
export async function ProblemListSkeleton() {
  const words = await getTranslations("problems");
  return (
    <LoadingRegion label={words("loading")}>
      <Card flush>
        <ul className="divide-y divide-hairline">
          {rows.map((key) => (
            <li className="flex items-center justify-between gap-6 px-5 py-4" key={key}>
              <div className="flex grow flex-col gap-2">
                <Skeleton className="h-4 w-72" />
                <Skeleton className="h-3.5 w-52" />
              </div>
              <Skeleton className="h-9 w-20" />
            </li>
          ))}
        </ul>
      </Card>
    </LoadingRegion>
  );
}
