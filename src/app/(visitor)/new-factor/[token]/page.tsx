import type { Metadata } from "next";
import { ButtonLink } from "@/components/button";
import { Card, PageTitle, Stack } from "@/components/layout";
import { findFactorLink } from "@/features/access/factors/factor-link";
import { openFactorLinkRefusals } from "@/features/access/factors/factor-link-refusals";
import { pageVisit } from "@/features/access/page-visit";
import { chooseFactorKeys } from "@/features/account/components/choose-factor-words";
import { factorWords } from "@/features/account/components/factor-words";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { NewFactorSteps } from "./_components/new-factor-steps";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("factors.newFactor");
  return { title: words("title") };
}

/** R13: the link of an admin's reset. Opening it uses nothing up and shows the login name alone. */
export default async function NewFactorPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, { services }, words, all] = await Promise.all([
    params,
    pageVisit(),
    getTranslations("factors.newFactor"),
    getTranslations("factors"),
  ]);
  const found = await findFactorLink(services, token);
  if (!found.ok) {
    const key = openFactorLinkRefusals[found.reason].words.replace("factors.", "");
    return (
      <Card>
        <Stack gap={6}>
          <PageTitle lead={all(key)} title={words("closedTitle")} />
          <ButtonLink href="/login">{words("login")}</ButtonLink>
        </Stack>
      </Card>
    );
  }
  return (
    <Card>
      <NewFactorSteps
        choose={pickWords(await getTranslations("factors.choose"), chooseFactorKeys)}
        factors={factorWords(await getTranslations("factors.security"))}
        loginName={found.value.login.loginName}
        token={token}
        words={pickWords(words, [
          "title",
          "lead",
          "loginName",
          "password",
          "next",
          "forgot",
          "login",
          "doneTitle",
          "doneText",
        ])}
      />
    </Card>
  );
}
