import { ConversationSkeleton } from "@/features/messages/components/conversation-skeleton";
import { getTranslations } from "@/lib/translations";

export default async function ThreadLoading() {
  const words = await getTranslations("messages.conversation");
  return <ConversationSkeleton label={words("loading")} />;
}
