import type { Metadata } from "next";
import { ButtonLink } from "@/components/button";
import { Card, PageTitle, Stack } from "@/components/layout";
import { PhoneLink } from "@/components/phone-link";
import { newPasswordWordKeys } from "@/features/access/components/new-password-words";
import { readResetLink } from "@/features/access/passwords/complete-password-reset";
import { visitorFacts } from "@/features/access/visitor-facts";
import type { PageSearch } from "@/lib/page-search";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { ResetPassword } from "./_components/reset-password";
import { resetWordKeys } from "./_components/reset-words";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("visitor.reset");
  return { title: words("title") };
}

const leads = { link_unknown: "unknown", link_used: "used", link_expired: "expired" } as const;

/** Opening it uses nothing up: mail scanners open links too (R15, S7). */
export default async function ResetPasswordPage({ searchParams }: { searchParams: PageSearch }) {
  const [search, words, advice, facts] = await Promise.all([
    searchParams,
    getTranslations("visitor.reset"),
    getTranslations("visitor.newPassword"),
    visitorFacts(),
  ]);
  const token = typeof search.token === "string" ? search.token : "";
  const link = await readResetLink(facts.services, token);
  if (!link.ok)
    return (
      <Card>
        <Stack gap={6}>
          <PageTitle lead={words(leads[link.reason])} title={words("brokenTitle")} />
          <ButtonLink href={`/forgot-password${facts.query}`}>{words("askAgain")}</ButtonLink>
          {facts.support && <PhoneLink label={words("phone")} phone={facts.support.phone} />}
        </Stack>
      </Card>
    );
  return (
    <Card>
      <ResetPassword
        advice={pickWords((key) => advice.raw(key), newPasswordWordKeys)}
        loginName={link.value.loginName}
        token={token}
        words={{
          ...pickWords(words, resetWordKeys),
          lead: words("lead", { loginName: link.value.loginName }),
        }}
      />
    </Card>
  );
}
