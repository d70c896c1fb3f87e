import type { Metadata } from "next";
import { ButtonLink } from "@/components/button";
import { Card, PageTitle, Row, Stack } from "@/components/layout";
import { PhoneLink } from "@/components/phone-link";
import { visitorFacts } from "@/features/access/visitor-facts";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("erasure.done");
  return { title: words("title") };
}

/** S23: where somebody lands who has deleted their login. It says nothing about anybody. */
export default async function LoginDeletedPage({ searchParams }: { searchParams: PageSearch }) {
  const [words, { query, support }, { part }] = await Promise.all([
    getTranslations("erasure.done"),
    visitorFacts(),
    searchParams,
  ]);
  const isPart = part === "1";
  return (
    <Card>
      <Stack gap={6}>
        <PageTitle
          lead={words(isPart ? "partText" : "text")}
          title={words(isPart ? "partTitle" : "title")}
        />
        {!isPart && <p>{words("again")}</p>}
        <Row>
          <ButtonLink href={`/${isPart ? "login" : "register"}${query}`} kind="secondary">
            {words(isPart ? "login" : "register")}
          </ButtonLink>
          {support && <PhoneLink label={words("contact")} look="button" phone={support.phone} />}
        </Row>
      </Stack>
    </Card>
  );
}
