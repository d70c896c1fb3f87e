import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { PageTitle, Section, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { clinicPage } from "@/features/access/page-gates";
import { LabHoldings } from "@/features/cases/delivery/components/lab-holdings";
import { labHoldings } from "@/features/cases/delivery/lab-holdings";
import { IntegrationCard } from "@/features/lab-connection/components/integration-card";
import { integrationsOf, isLapsed } from "@/features/lab-connection/queries";
import { zoneName } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("labConnection");
  return { title: words("title") };
}

const returns = [
  "done",
  "turned_back",
  "sign_in_over",
  "not_asked_again",
  "does_not_fit",
  "lab_unreachable",
] as const;

/** How one came back from a lab's sign-in, as the address says. */
function cameBack(back: string | string[] | undefined): back is (typeof returns)[number] {
  return returns.some((one) => one === back);
}

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Every integration, or with `?show=lapsed` the lab connections that need their orthodontist's sign-in. */
export default async function IntegrationsPage({ searchParams }: { searchParams: SearchParams }) {
  const { services, actor } = await clinicPage("/doctor/integrations", "orthodontist");
  const [{ show, back, lab }, words, language, { value }, holdings] = await Promise.all([
    searchParams,
    getTranslations("labConnection"),
    getLocale(),
    integrationsOf(services, actor),
    labHoldings(services, actor),
  ]);
  const onlyLapsed = show === "lapsed";
  const shown = onlyLapsed ? value.items.filter(isLapsed) : value.items;
  const reading = {
    zone: actor.zone,
    now: services.now.toString(),
    language,
    zoneName: words("practiceTime"),
  };
  const groups = (["lab", "pms"] as const).map((kind) => ({
    kind,
    title: words(kind === "lab" ? "labs" : "pms"),
    items: shown.filter((item) => item.kind === kind),
  }));
  return (
    <Stack gap={8}>
      <PageTitle title={words("title")} lead={words("lead")} />
      {cameBack(back) && (
        <div role="status">
          {back === "done" ? (
            <Notice
              title={words("back.doneTitle", {
                lab: value.items.find(({ id }) => id === lab)?.name ?? words("labs"),
              })}
              tone="success"
            >
              {words("back.done")}
            </Notice>
          ) : (
            <Notice tone="notice">{words(`back.${back}`)}</Notice>
          )}
        </div>
      )}
      {value.items.length === 0 ? (
        <EmptyState title={words("noneTitle")}>{words("none")}</EmptyState>
      ) : null}
      {onlyLapsed && (
        <div className="flex flex-wrap items-center gap-x-4" role="status">
          {words("lapsedShown", { count: shown.length })}
          <ButtonLink href="/doctor/integrations" kind="quiet" prefetch={false} small>
            {words("showAll")}
          </ButtonLink>
        </div>
      )}
      {groups
        .filter(({ items }) => items.length > 0)
        .map(({ kind, title, items }) => (
          <Section id={kind} key={kind} title={title}>
            <div className="grid items-start gap-4 lg:grid-cols-2">
              {items.map((item) => (
                <IntegrationCard integration={item} key={item.id} reading={reading} />
              ))}
            </div>
          </Section>
        ))}
      {!onlyLapsed && value.items.length > 0 && (
        <LabHoldings holdings={holdings.value.items} reading={reading} />
      )}
      {value.items.length > 0 && (
        <p className="text-muted text-sm">
          {words("zone", { zone: zoneName(reading.now, actor.zone, language) })}
        </p>
      )}
    </Stack>
  );
}
