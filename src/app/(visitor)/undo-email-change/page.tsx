import type { Metadata } from "next";
import { ButtonLink } from "@/components/button";
import { Card, PageTitle, Stack } from "@/components/layout";
import { PhoneLink } from "@/components/phone-link";
import { visitorFacts } from "@/features/access/visitor-facts";
import { LinkUse } from "@/features/account/components/link-use";
import { readEmailUndo } from "@/features/account/undo-email-change";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("account.email.undo");
  return { title: words("title") };
}

/** Where the mail to the former address leads: no login needed, and opening it changes nothing (S8). */
export default async function UndoEmailPage({ searchParams }: { searchParams: PageSearch }) {
  const [search, words, reasons, facts] = await Promise.all([
    searchParams,
    getTranslations("account.email.undo"),
    getTranslations("account.refusals"),
    visitorFacts(),
  ]);
  const token = typeof search.token === "string" ? search.token : "";
  const undo = await readEmailUndo(facts.services, token);
  if (!undo.ok)
    return (
      <Card>
        <Stack gap={6}>
          <PageTitle lead={reasons(`undo_${undo.reason}`)} title={words("brokenTitle")} />
          {facts.support && (
            <PhoneLink label={words("call")} look="button" phone={facts.support.phone} />
          )}
          <ButtonLink href={`/login${facts.query}`} kind="secondary">
            {words("login")}
          </ButtonLink>
        </Stack>
      </Card>
    );
  return (
    <Card>
      <LinkUse
        links={[
          { href: `/forgot-password${facts.query}`, label: words("password") },
          { href: `/login${facts.query}`, label: words("login") },
        ]}
        path="/api/account/email/undo"
        token={token}
        words={{
          title: words("title"),
          lead: words("lead", undo.value),
          text: words("text"),
          submit: words("submit"),
          doneTitle: words("doneTitle"),
          done: words("done", undo.value),
          next: words("next"),
        }}
      />
    </Card>
  );
}
