import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { MessagePage } from "@/components/message-page";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("common.notFound");
  return { title: words("title") };
}

export default async function NotFound() {
  const [words, request] = await Promise.all([getTranslations("common.notFound"), headers()]);
  // The header may be anybody's until our proxy has set it; only an id gets onto the page.
  const reference = request.get("x-request-id")?.match(/^[\w-]{8,64}$/)?.[0];
  return (
    <MessagePage
      actions={<ButtonLink href="/">{words("home")}</ButtonLink>}
      reference={reference && words("reference", { reference })}
      title={words("title")}
    >
      <p>{words("text")}</p>
    </MessagePage>
  );
}
