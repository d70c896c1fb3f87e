import type { Metadata } from "next";
import { ButtonLink } from "@/components/button";
import { Disclosure } from "@/components/disclosure";
import { Card, PageTitle, Row, Section, Stack } from "@/components/layout";
import { PhoneLink } from "@/components/phone-link";
import { visitorFacts } from "@/features/access/visitor-facts";
import { getTranslations } from "@/lib/translations";

const questions = [
  "register",
  "name",
  "password",
  "unfinished",
  "mail",
  "code",
  "locked",
  "landline",
] as const;

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("visitor.help");
  return { title: words("title") };
}

export default async function HelpPage() {
  const [words, shell, { query, support }] = await Promise.all([
    getTranslations("visitor.help"),
    getTranslations("common.shell"),
    visitorFacts(),
  ]);
  return (
    <Card>
      <Stack gap={8}>
        <PageTitle lead={words("lead")} title={words("title")} />
        <Stack gap={2}>
          {questions.map((question) => (
            <Disclosure key={question} summary={words(`questions.${question}.title`)}>
              <p>{words(`questions.${question}.text`)}</p>
            </Disclosure>
          ))}
        </Stack>
        <Row>
          <ButtonLink href={`/register${query}`} kind="secondary">
            {words("goRegister")}
          </ButtonLink>
          <ButtonLink href={`/forgot-password${query}`} kind="secondary">
            {words("goForgot")}
          </ButtonLink>
        </Row>
        {support && (
          <Section id="contact" title={words("contact")}>
            <p>{words("contactText")}</p>
            <PhoneLink label={shell("contact")} look="button" phone={support.phone} />
          </Section>
        )}
      </Stack>
    </Card>
  );
}
