import { Card } from "@/components/layout";
import { ListDetail } from "@/components/shells/list-detail";
import { LoadingRegion, Skeleton, SkeletonRows } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

export default async function InboxLoading() {
  const words = await getTranslations("messages.inbox");
  return (
    <LoadingRegion label={words("loading")}>
      <ListDetail
        detail={<Skeleton className="hidden h-96 w-full lg:block" />}
        list={
          <Card>
            <SkeletonRows rows={7} />
          </Card>
        }
        listLabel={words("listLabel")}
      />
    </LoadingRegion>
  );
}
