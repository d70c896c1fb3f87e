import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

const fields = ["person", "patient", "action", "address", "from", "until", "object"];
const rows = ["a", "b", "c", "d", "e", "f", "g", "h"];

export default async function Loading() {
  const words = await getTranslations("audit");
  return (
    <LoadingRegion label={words("title")}>
      <Skeleton className="mb-6 h-9 w-48" />
      <Card className="mb-6">
        <div className="grid grid-cols-2 gap-4 xl:grid-cols-4">
          {fields.map((field) => (
            <Skeleton className="h-18" key={field} />
          ))}
        </div>
      </Card>
      <Card flush>
        <div className="divide-y divide-hairline">
          {rows.map((row) => (
            <div className="grid grid-cols-[9.5rem_1fr] gap-4 px-4 py-3" key={row}>
              <Skeleton className="h-5" />
              <Skeleton className="h-5" />
            </div>
          ))}
        </div>
      </Card>
    </LoadingRegion>
  );
}
