import { getTranslations } from "next-intl/server";
import { ConversationSkeleton } from "@/features/messages/components/conversation-skeleton";

export default async function ThreadLoading() {
  const words = await getTranslations("messages.conversation");
  return <ConversationSkeleton label={words("loading")} />;
}
