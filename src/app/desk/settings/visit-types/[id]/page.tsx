import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BackLink } from "@/components/back-link";
import { PageTitle } from "@/components/layout";
import { ConfirmForm } from "@/features/settings/times/components/confirm-form";
import { visitTypeWordKeys } from "@/features/settings/times/components/form-words";
import { VisitTypeForm } from "@/features/settings/times/components/visit-type-form";
import { timesPage } from "@/features/settings/times/page-facts";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

type Props = { params: Promise<{ id: string }> };

const blank = {
  id: null,
  seen: null,
  archived: false,
  name: "",
  minutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 5,
  leadMinutes: 120,
  horizonDays: null,
  dailyLimit: null,
  needsApproval: false,
  bookableOnline: true,
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, words] = await Promise.all([params, getTranslations("visitSettings.visitTypes")]);
  return { title: words(id === "new" ? "addTitle" : "title") };
}

/** One type of visit with the free times it makes (R28, R29). */
export default async function VisitTypePage({ params }: Props) {
  const { id } = await params;
  const [facts, words] = await Promise.all([
    timesPage(`/desk/settings/visit-types/${id}`),
    getTranslations("visitSettings.visitTypes"),
  ]);
  const { settings, choices, formWords, language } = facts;
  const { practitioners } = settings;
  const found = settings.types.find((type) => type.id === id);
  const type =
    id === "new" ? { ...blank, practitionerIds: practitioners.map((one) => one.id) } : found;
  if (!type) notFound();
  const title = id === "new" ? words("addTitle") : type.name;
  return (
    <>
      <div className="flex flex-col gap-2">
        <BackLink href="/desk/settings/visit-types">{words("back")}</BackLink>
        <PageTitle title={<span className="wrap-anywhere">{title}</span>} />
      </div>
      <VisitTypeForm
        choices={{ ...choices, types: null }}
        formWords={formWords}
        key={type.seen}
        language={language}
        practitioners={practitioners}
        type={type}
        words={pickWords((key) => words.raw(key), visitTypeWordKeys)}
      />
      {found && (
        <div>
          <Archiving active={practitioners.map((one) => one.id)} type={found} />
        </div>
      )}
    </>
  );
}

type ArchivingProps = {
  type: Awaited<ReturnType<typeof timesPage>>["settings"]["types"][number];
  active: string[];
};

async function Archiving({ type, active }: ArchivingProps) {
  const words = await getTranslations("visitSettings.visitTypes");
  const { id, archived, practitionerIds, ...fields } = type;
  const open = words(archived ? "restore" : "archive");
  return (
    <ConfirmForm
      body={{
        ...fields,
        practitionerIds: practitionerIds.filter((one) => active.includes(one)),
        archived: !archived,
      }}
      kind="secondary"
      path={`/api/settings/visit-types/${id}`}
      text={archived ? words("lead") : words("archiveText")}
      title={open}
      words={{ open, label: open, go: open, cancel: words("cancel") }}
    />
  );
}
