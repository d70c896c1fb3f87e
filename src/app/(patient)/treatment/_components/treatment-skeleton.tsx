import { drawn } from "@/components/drawn";
import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton, SkeletonRing } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

const ahead = ["a", "b", "c", "d", "e", "f"];

/** The shape of the treatment page while it loads. */
export async function TreatmentSkeleton() {
  const words = await getTranslations("treatment");
  return (
    <LoadingRegion label={words("loading")}>
      <div
        className="flex flex-col gap-5"
        {...drawn(
          <>
            <Card className="flex flex-col gap-6 sm:flex-row sm:items-center sm:gap-10">
              <SkeletonRing className="mx-auto w-64 sm:mx-0" />
              <div className="flex grow flex-col gap-3">
                <Skeleton className="h-9 w-48" />
                <Skeleton className="h-4 w-24" />
                <Skeleton className="h-4 w-3/4" />
              </div>
            </Card>
            <Card className="h-18 p-0" tone="sunken" />
            <Card className="h-12 p-0" tone="sunken" />
            <Card className="flex h-17 items-center gap-4">
              <Skeleton className="h-6 w-12" round />
              <Skeleton className="h-4 w-28" />
            </Card>
            <div className="flex flex-col gap-6 px-5">
              {ahead.map((key) => (
                <div className="flex items-center gap-4" key={key}>
                  <Skeleton className="h-6 w-12" round />
                  <Skeleton className="h-4 w-28" />
                  <Skeleton className="ms-auto h-3.5 w-16" />
                </div>
              ))}
            </div>
          </>,
        )}
      />
    </LoadingRegion>
  );
}
