import { ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale } from "next-intl/server";
import { EmptyState } from "@/components/empty-state";
import { Card, PageTitle, Stack } from "@/components/layout";
import { clinicPage } from "@/features/access/page-gates";
import { causeLine } from "@/features/disruptions/components/cause-line";
import { recentDisruptions } from "@/features/disruptions/queries";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("disruptions");
  return { title: words("title") };
}

/** The lists of visits that closures and other hours put in the way (R36). */
export default async function ClosureListsPage() {
  const [{ services, actor }, words, language] = await Promise.all([
    clinicPage("/desk/closures", "staff", "admin"),
    getTranslations("disruptions"),
    getLocale(),
  ]);
  const lists = await recentDisruptions(services, actor);
  const lines = await Promise.all(lists.map((list) => causeLine(list, actor.zone, language)));
  return (
    <Stack className="max-w-3xl" gap={8}>
      <PageTitle lead={words("lead")} title={words("title")} />
      {lists.length === 0 ? (
        <EmptyState title={words("none")}>{words("noneText")}</EmptyState>
      ) : (
        <Card flush>
          <ul className="divide-y divide-hairline">
            {lists.map((list, index) => (
              <li key={list.id}>
                <Link
                  className="flex min-h-16 items-center gap-4 px-5 py-3 hover:bg-sunken"
                  href={`/desk/closures/${list.id}`}
                >
                  <span className="min-w-0 grow">
                    <span className="wrap-anywhere block font-semibold">
                      {list.reason ?? words(`causes.${list.cause}`)}
                    </span>
                    <span className="wrap-anywhere block text-muted text-sm">{lines[index]}</span>
                    <span className="block text-sm">
                      {words("openCount", {
                        open: list.visits.filter(({ is }) => is === "open").length,
                        all: list.visits.length,
                      })}
                    </span>
                  </span>
                  <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted" />
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Stack>
  );
}
