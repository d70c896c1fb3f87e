import { headers } from "next/headers";
import { ButtonLink } from "@/components/button";
import { MessagePage } from "@/components/message-page";
import { getTranslations } from "@/lib/translations";

/** What an address that leads nowhere shows; `within` the frame of an area, or alone. */
export async function NotFoundMessage({ within = false }: { within?: boolean }) {
  const [words, request] = await Promise.all([getTranslations("common.notFound"), headers()]);
  // The header may be anybody's until our proxy has set it; only an id gets onto the page.
  const reference = request.get("x-request-id")?.match(/^[\w-]{8,64}$/)?.[0];
  return (
    <MessagePage
      actions={<ButtonLink href="/">{words("home")}</ButtonLink>}
      reference={reference && words("reference", { reference })}
      title={words("title")}
      within={within}
    >
      <p>{words("text")}</p>
    </MessagePage>
  );
}
