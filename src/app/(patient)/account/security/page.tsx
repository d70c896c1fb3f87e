import type { Metadata } from "next";
import Link from "next/link";
import { PageTitle } from "@/components/layout";
import { isPatientRole } from "@/features/access/actors";
import { signedInPage } from "@/features/access/page-gates";
import { SecuritySettings } from "@/features/account/components/security-settings";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("factors.security");
  return { title: words("title") };
}

export default async function SecurityPage() {
  const { services, actor } = await signedInPage("/account/security");
  const words = await getTranslations("factors.security");
  return (
    <>
      <PageTitle
        eyebrow={
          <Link className="link inline-flex min-h-11 items-center" href="/account">
            {words("back")}
          </Link>
        }
        lead={words(isPatientRole(actor.role) ? "leadPatient" : "leadClinic")}
        title={words("title")}
      />
      <SecuritySettings actor={actor} services={services} />
    </>
  );
}
