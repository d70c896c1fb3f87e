import type { Metadata } from "next";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { PageTitle } from "@/components/layout";
import { Pagination } from "@/components/pagination";
import { clinicPage } from "@/features/access/page-gates";
import { loginLinks } from "@/features/login-links/queries";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";
import { LinkTable } from "../_components/link-table";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("loginLinks.list");
  return { title: words("metaTitle") };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Every login link of the practice, with what became of it (S9). */
export default async function LoginLinksPage({ searchParams }: { searchParams: PageSearch }) {
  const [{ services, actor }, { before }, words] = await Promise.all([
    clinicPage("/desk/login-links", "staff", "admin"),
    searchParams,
    getTranslations("loginLinks.list"),
  ]);
  const from = typeof before === "string" && uuid.test(before) ? before : undefined;
  const { items, next } = await loginLinks(services, actor, from);
  return (
    <>
      <PageTitle lead={words("lead")} title={words("title")} />
      <LinkTable
        caption={words("caption")}
        empty={
          <EmptyState
            action={<ButtonLink href="/desk">{words("emptyGo")}</ButtonLink>}
            title={words("empty")}
          >
            {words("emptyText")}
          </EmptyState>
        }
        links={items}
        withPatient
        zone={actor.zone}
      />
      <Pagination
        firstHref={from === undefined ? null : "/desk/login-links"}
        nextHref={next === null ? null : `/desk/login-links?before=${next}`}
      />
    </>
  );
}
