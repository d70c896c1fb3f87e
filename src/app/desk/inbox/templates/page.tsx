import type { Metadata } from "next";
import { clinicPage } from "@/features/access/page-gates";
import { OwnTemplates } from "@/features/messages/templates/components/own-templates";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("templates.page");
  return { title: words("title") };
}

/** Words one sends often (R40). */
export default async function TemplatesPage() {
  const { services, actor } = await clinicPage("/desk/inbox/templates", "staff", "admin");
  return <OwnTemplates actor={actor} inboxHref="/desk/inbox" services={services} />;
}
