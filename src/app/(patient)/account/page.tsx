import type { Metadata } from "next";
import { DefinitionList } from "@/components/definition-list";
import { Card, PageTitle, Section } from "@/components/layout";
import { isPatientRole } from "@/features/access/actors";
import { signedInPage } from "@/features/access/page-gates";
import { LanguageForm } from "@/features/account/components/language-form";
import { MembershipSwitch } from "@/features/account/components/membership-switch";
import { SectionList } from "@/features/account/components/section-list";
import { ownContact, ownMemberships } from "@/features/account/queries";
import { accountSections } from "@/features/account/sections";
import { KeepOffline } from "@/features/offline/components/keep-offline";
import type { PageSearch } from "@/lib/page-search";
import { withPatient } from "@/lib/patient-href";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { languageFor, languageName, languages } from "@/lib/words";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("account");
  return { title: words("title") };
}

/** One's own login, and on phones the way to everything else (R17). */
export default async function AccountPage({ searchParams }: { searchParams: PageSearch }) {
  const { services, actor } = await signedInPage("/account", searchParams);
  const [words, roleWords, memberships, contact, search] = await Promise.all([
    getTranslations("account"),
    getTranslations("visitor.roles"),
    ownMemberships(services, actor),
    ownContact(services, actor),
    searchParams,
  ]);
  const roles = pickWords(roleWords, ["patient", "guardian", "orthodontist", "staff", "admin"]);
  const others = memberships.filter(({ id }) => id !== actor.membershipId);
  const patientId = typeof search.patient === "string" ? search.patient : undefined;
  const { email, unconfirmedEmail, mobile } = contact;
  const unconfirmed = unconfirmedEmail && words("login.unconfirmed", { email: unconfirmedEmail });
  const present = new Map([
    ["email", email ?? unconfirmed],
    ["mobile", mobile],
  ]);
  const isPatient = isPatientRole(actor.role);
  const sections = accountSections(actor).map(({ key, href }) => ({
    key,
    href: withPatient(href, patientId),
    label: words(`sections.${key}`),
    line: present.has(key)
      ? (present.get(key) ?? words("login.none"))
      : words(`sections.lines.${key === "security" && !isPatient ? "securityClinic" : key}`),
  }));
  const language = languageFor(contact.language);
  return (
    <>
      <PageTitle title={words("title")} />
      <SectionList label={words("sections.label")} sections={sections} />
      <Section id="login" title={words("login.title")}>
        <Card>
          <DefinitionList
            items={[
              { term: words("login.name"), detail: actor.personName },
              { term: words("login.loginName"), detail: actor.loginName },
              { term: words("login.practice"), detail: actor.practiceName },
              { term: words("login.role"), detail: roles[actor.role] },
              ...(languages.length === 1
                ? [{ term: words("login.language"), detail: languageName(language) }]
                : []),
            ]}
          />
          <p className="mt-3 text-muted text-sm">{words("login.lead")}</p>
        </Card>
      </Section>
      {languages.length > 1 && (
        <LanguageForm
          choices={languages.map((value) => ({ value, label: languageName(value) }))}
          language={language}
          words={{
            label: words("login.language"),
            hint: words("login.languageHint"),
            submit: words("profile.submit"),
          }}
        />
      )}
      {isPatient && <KeepOffline actor={actor} />}
      {others.length > 0 && (
        <Section id="switch" title={words("switch.title")}>
          <p className="text-muted">{words("switch.lead")}</p>
          <MembershipSwitch memberships={others} roles={roles} />
        </Section>
      )}
    </>
  );
}
