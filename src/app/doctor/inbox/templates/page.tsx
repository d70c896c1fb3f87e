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
  const { services, actor } = await clinicPage("/doctor/inbox/templates", "orthodontist");
  return <OwnTemplates actor={actor} inboxHref="/doctor/inbox" services={services} />;
}
