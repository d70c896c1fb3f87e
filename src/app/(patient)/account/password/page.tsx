import type { Metadata } from "next";
import Link from "next/link";
import { newPasswordWordKeys } from "@/features/access/components/new-password-words";
import { signedInPage } from "@/features/access/page-gates";
import { passwordKeys } from "@/features/account/components/contact-words";
import { PasswordSettings } from "@/features/account/components/password-settings";
import { SectionTitle } from "@/features/account/components/section-title";
import type { PageSearch } from "@/lib/page-search";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("account.password");
  return { title: words("title") };
}

/** A new password for the present one (R16, R17). */
export default async function PasswordPage({ searchParams }: { searchParams: PageSearch }) {
  const { actor } = await signedInPage("/account/password", searchParams);
  const [words, advice] = await Promise.all([
    getTranslations("account.password"),
    getTranslations("visitor.newPassword"),
  ]);
  return (
    <>
      <SectionTitle lead={words("lead")} title={words("title")} />
      <PasswordSettings
        advice={pickWords((key) => advice.raw(key), newPasswordWordKeys)}
        loginName={actor.loginName}
        words={pickWords(words, passwordKeys)}
      />
      <Link className="link inline-flex min-h-11 items-center self-start" href="/forgot-password">
        {words("forgot")}
      </Link>
    </>
  );
}
