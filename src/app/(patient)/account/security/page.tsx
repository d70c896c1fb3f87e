import type { Metadata } from "next";
import { isPatientRole } from "@/features/access/actors";
import { signedInPage } from "@/features/access/page-gates";
import { SectionTitle } from "@/features/account/components/section-title";
import { SecuritySettings } from "@/features/account/components/security-settings";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("factors.security");
  return { title: words("title") };
}

/** One's own second factors and recovery codes (R13, R17): for everybody who has a login. */
export default async function SecurityPage({ searchParams }: { searchParams: PageSearch }) {
  const { services, actor } = await signedInPage("/account/security", searchParams);
  const words = await getTranslations("factors.security");
  return (
    <>
      <SectionTitle
        lead={words(isPatientRole(actor.role) ? "leadPatient" : "leadClinic")}
        title={words("title")}
      />
      <SecuritySettings actor={actor} services={services} />
    </>
  );
}
