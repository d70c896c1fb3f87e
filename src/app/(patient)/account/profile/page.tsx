import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { DefinitionList } from "@/components/definition-list";
import { Card, Section } from "@/components/layout";
import { Notice } from "@/components/notice";
import { patientPage } from "@/features/access/page-gates";
import { ProfileForm } from "@/features/account/components/profile-form";
import { profileFields, profileKeys } from "@/features/account/components/profile-words";
import { SectionTitle } from "@/features/account/components/section-title";
import { ownProfile } from "@/features/account/own-profile";
import { formatInstantDay } from "@/lib/format-time";
import type { PageSearch } from "@/lib/page-search";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("account.profile");
  return { title: words("title") };
}

/** The record's address, phones and contacts, one's own or a child's (R10, R17). */
export default async function ProfilePage({ searchParams }: { searchParams: PageSearch }) {
  const { services, actor } = await patientPage("/account/profile", searchParams);
  const [words, language, profile] = await Promise.all([
    getTranslations("account.profile"),
    getLocale(),
    ownProfile(services, actor),
  ]);
  const isOwn = actor.patientId === actor.ownPatientId;
  const sent = profile.sent.map(({ field, at, standing }) => ({
    term: words(`fields.${field}`),
    detail: words(`standing.${standing}`, {
      day: formatInstantDay(at.toString(), actor.zone, language),
    }),
  }));
  return (
    <>
      <SectionTitle
        lead={words(profile.mayChange ? "lead" : "viewOnly")}
        title={isOwn ? words("title") : words("titleOf", { name: profile.name })}
      />
      {profile.mayChange ? (
        <ProfileForm
          key={actor.patientId}
          patientId={actor.patientId}
          values={profile.values}
          version={profile.version}
          words={{
            ...pickWords(words, profileKeys),
            ...(!isOwn && {
              preferred: words("preferredOf", { name: profile.firstName }),
              phonesHint: words("phonesHintOf", { name: profile.firstName }),
            }),
          }}
        />
      ) : (
        <Card>
          <DefinitionList
            items={profileFields
              .filter((field) => profile.values[field] !== "")
              .map((field) => ({ term: words(`fields.${field}`), detail: profile.values[field] }))}
          />
        </Card>
      )}
      {sent.length > 0 && (
        <Section id="sent" title={words("sentTitle")}>
          <Card>
            <DefinitionList items={sent} />
          </Card>
        </Section>
      )}
      <Notice tone="info">{words("fixed")}</Notice>
    </>
  );
}
