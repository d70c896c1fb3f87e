import type { Metadata } from "next";
import { ButtonLink } from "@/components/button";
import { Card, PageTitle, Stack } from "@/components/layout";
import { newPasswordWordKeys } from "@/features/access/components/new-password-words";
import { pageVisit } from "@/features/access/page-visit";
import { chooseFactorKeys } from "@/features/account/components/choose-factor-words";
import { factorWords } from "@/features/account/components/factor-words";
import { findSetUp } from "@/features/people/find-set-up";
import { findInvitation } from "@/features/people/invitations/find-invitation";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { AcceptInvitation } from "./_components/accept-invitation";
import { SetUpSteps } from "./_components/set-up-steps";
import { setUpWordKeys } from "./_components/set-up-words";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("setUp");
  return { title: words("title") };
}

/** S22, R52: the link from the command line, or of an invitation. Opening it uses nothing up and shows practice and login name alone. */
export default async function SetUpPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, { services }, words, advice, factors, choose] = await Promise.all([
    params,
    pageVisit(),
    getTranslations("setUp"),
    getTranslations("visitor.newPassword"),
    getTranslations("factors.security"),
    getTranslations("factors.choose"),
  ]);
  const invitation = await findInvitation(services, token);
  if (invitation) {
    const [accept, roles] = await Promise.all([
      getTranslations("people.accept"),
      getTranslations("visitor.roles"),
    ]);
    const { practiceName: practice, loginName } = invitation;
    const said = { practice, loginName, role: roles(invitation.role) };
    return (
      <Card>
        <AcceptInvitation
          token={token}
          words={pickWords(
            (key) => accept(key, said),
            ["title", "lead", "go", "doneTitle", "doneLead", "toLogin"],
          )}
        />
      </Card>
    );
  }
  const found = await findSetUp(services, token);
  if (!found.ok)
    return (
      <Card>
        <Stack gap={6}>
          <PageTitle lead={words(found.reason)} title={words("brokenTitle")} />
          <ButtonLink href="/login">{words("toLogin")}</ButtonLink>
        </Stack>
      </Card>
    );
  const { loginName, homePractice } = found.value.login;
  return (
    <Card>
      <SetUpSteps
        advice={pickWords((key) => advice.raw(key), newPasswordWordKeys)}
        choose={pickWords(choose, chooseFactorKeys)}
        factorWords={factorWords(factors)}
        loginName={loginName}
        token={token}
        words={{
          ...pickWords(words, setUpWordKeys),
          step1: words("eyebrow", { step: 1 }),
          step2: words("eyebrow", { step: 2 }),
          step3: words("eyebrow", { step: 3 }),
          passwordLead: words("passwordLead", { loginName, practice: homePractice.name }),
          doneLead: words("doneLead", { loginName }),
        }}
      />
    </Card>
  );
}
