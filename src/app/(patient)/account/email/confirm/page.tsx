import type { Metadata } from "next";
import { ButtonLink } from "@/components/button";
import { Card, PageTitle, Stack } from "@/components/layout";
import { signedInPage } from "@/features/access/page-gates";
import { LinkUse } from "@/features/account/components/link-use";
import { readEmailChange } from "@/features/account/confirm-email-change";
import { ownContact } from "@/features/account/queries";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("account.email.confirm");
  return { title: words("title") };
}

/** Where the mailed link leads: in a session of the same login alone, and opening it changes nothing (S8). */
export default async function ConfirmEmailPage({ searchParams }: { searchParams: PageSearch }) {
  const search = await searchParams;
  const token = typeof search.token === "string" ? search.token : "";
  const { services, actor } = await signedInPage(
    `/account/email/confirm?token=${encodeURIComponent(token)}`,
  );
  const [words, all, change, contact] = await Promise.all([
    getTranslations("account.email.confirm"),
    getTranslations("account.refusals"),
    readEmailChange(services, actor, token),
    ownContact(services, actor),
  ]);
  if (!change.ok)
    return (
      <Card>
        <Stack gap={6}>
          <PageTitle lead={all(change.reason)} title={words("brokenTitle")} />
          <div>
            <ButtonLink href="/account/email" kind="secondary">
              {words("again")}
            </ButtonLink>
          </div>
        </Stack>
      </Card>
    );
  const { email } = change.value;
  const first = contact.email === null ? "first." : "";
  return (
    <Card>
      <LinkUse
        links={[{ href: "/account", label: words("back") }]}
        path="/api/account/email/confirm"
        token={token}
        words={{
          title: words(`${first}title`),
          lead: words("lead", { email }),
          submit: words(`${first}submit`),
          doneTitle: words(`${first}doneTitle`),
          done: words(`${first}done`, { email }),
        }}
      />
    </Card>
  );
}
