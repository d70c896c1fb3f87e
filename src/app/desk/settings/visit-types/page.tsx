import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { ButtonLink } from "@/components/button";
import { Disclosure } from "@/components/disclosure";
import { EmptyState } from "@/components/empty-state";
import { SettingsTitle } from "@/features/settings/components/settings-title";
import { VisitTypeOrder } from "@/features/settings/times/components/visit-type-order";
import { timesPage } from "@/features/settings/times/page-facts";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("visitSettings.visitTypes");
  return { title: words("title") };
}

/** The types of visit in their order (R28). */
export default async function VisitTypesPage() {
  const [{ settings }, words] = await Promise.all([
    timesPage("/desk/settings/visit-types"),
    getTranslations("visitSettings.visitTypes"),
  ]);
  const offered = settings.types.filter(({ archived }) => !archived);
  const archived = settings.types.filter((type) => type.archived);
  const factsOf = (type: (typeof offered)[number]) => {
    const takers = type.practitionerIds.length;
    return [
      words("minutesShort", { count: type.minutes }),
      words(type.bookableOnline ? "online" : "deskOnly"),
      ...(type.needsApproval && type.bookableOnline ? [words("approval")] : []),
      takers === 0 ? words("nobody") : words("by", { count: takers }),
    ].join(" · ");
  };
  const add = (
    <ButtonLink
      href="/desk/settings/visit-types/new"
      icon={<Plus aria-hidden="true" className="size-4.5" />}
    >
      {words("add")}
    </ButtonLink>
  );
  return (
    <>
      <SettingsTitle lead={words("lead")} title={words("title")} />
      {offered.length === 0 ? (
        <EmptyState action={add} title={words("empty")}>
          {words("emptyText")}
        </EmptyState>
      ) : (
        <>
          <div>{add}</div>
          <VisitTypeOrder
            failed={words("orderFailed")}
            label={words("title")}
            lines={offered.map((type) => ({
              id: type.id,
              name: type.name,
              facts: factsOf(type),
              labels: {
                up: words("up", { name: type.name }),
                down: words("down", { name: type.name }),
              },
            }))}
            seen={settings.order.seen}
          />
        </>
      )}
      {archived.length > 0 && (
        <Disclosure summary={words("archived")}>
          <p>{words("archivedText")}</p>
          <ul className="mt-2 flex flex-col">
            {archived.map(({ id, name }) => (
              <li key={id}>
                <Link
                  className="link wrap-anywhere inline-flex min-h-11 items-center"
                  href={`/desk/settings/visit-types/${id}`}
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
