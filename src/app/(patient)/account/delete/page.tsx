import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { Card, Section, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { isPatientRole } from "@/features/access/actors";
import { signedInPage } from "@/features/access/page-gates";
import { SectionTitle } from "@/features/account/components/section-title";
import { beforeErasure } from "@/features/erasure/before-erasure";
import type { PageSearch } from "@/lib/page-search";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";
import { DeleteForm } from "./_components/delete-form";
import { Listed } from "./_components/listed";
import { StayingVisits } from "./_components/staying-visits";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("erasure");
  return { title: words("title") };
}

/** S23: what deleting one's login takes away and what stays, before it is done. */
export default async function DeletePage({ searchParams }: { searchParams: PageSearch }) {
  const { services, actor } = await signedInPage("/account/delete");
  if (!isPatientRole(actor.role)) redirect("/account");
  const [search, words, roles, language, facts] = await Promise.all([
    searchParams,
    getTranslations("erasure"),
    getTranslations("visitor.roles"),
    getLocale(),
    beforeErasure(services, actor),
  ]);
  const patientId = typeof search.patient === "string" ? search.patient : undefined;
  const { practiceName: practice, loginName } = actor;
  const list = new Intl.ListFormat(language);
  const names = list.format(facts.children);
  const hasChildren = facts.children.length > 0;
  const others = list.format(
    facts.elsewhere.map((one) => words("other", { role: roles(one.role), practice: one.practice })),
  );
  return (
    <>
      <SectionTitle lead={words("lead", { practice })} title={words("title")} />
      {facts.elsewhere.length > 0 && (
        <Notice tone="info">
          {words("elsewhere", { others, role: roles(actor.role), practice })}
        </Notice>
      )}
      <Section id="goes" title={words("goesTitle")}>
        <Listed
          items={[
            ...(facts.elsewhere.length > 0 ? [] : [words("goes.login"), words("goes.contact")]),
            words("goes.traces"),
            ...(hasChildren ? [words("goes.children", { names })] : []),
          ]}
        />
      </Section>
      <Section id="stays" title={words("staysTitle")}>
        <Listed
          items={[
            ...(facts.hasRecord ? [words("stays.record")] : []),
            ...(hasChildren ? [words("stays.children", { names })] : []),
            words("stays.log"),
          ]}
        />
      </Section>
      {facts.visits.length > 0 && (
        <StayingVisits facts={facts} language={language} zone={actor.zone} />
      )}
      <Section id="copy" title={words("exportTitle")}>
        <Card>
          <Stack gap={4}>
            <p>{words("exportText")}</p>
            <div>
              <ButtonLink href={withPatient("/account/export", patientId)} kind="secondary">
                {words("export")}
              </ButtonLink>
            </div>
          </Stack>
        </Card>
      </Section>
      <Section id="confirm" title={words("confirmTitle")}>
        <Card>
          <Stack gap={6}>
            <p>
              {words("confirmText")} {facts.isMailed && words("confirmMail")}{" "}
              {facts.elsewhere.length === 0 && words(facts.hasRecord ? "again" : "againGuardian")}
            </p>
            <DeleteForm words={{ loginName: words("loginName", { loginName }), go: words("go") }} />
          </Stack>
        </Card>
      </Section>
    </>
  );
}
