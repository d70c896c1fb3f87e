import type { Metadata } from "next";
import { Card, Section } from "@/components/layout";
import { actingPatients } from "@/features/access/acting-patients";
import { isPatientRole } from "@/features/access/actors";
import { patientPage, signedInPage } from "@/features/access/page-gates";
import { SectionTitle } from "@/features/account/components/section-title";
import type { PageSearch } from "@/lib/page-search";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { ExportForm } from "./_components/export-form";

const path = "/account/export";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("ownData.export");
  return { title: words("title") };
}

/** R17: all of one's own data as a file; guardians get that of the child the address names. */
export default async function ExportPage({ searchParams }: { searchParams: PageSearch }) {
  const [{ services, actor }, words] = await Promise.all([
    signedInPage(path, searchParams),
    getTranslations("ownData.export"),
  ]);
  const patientId = isPatientRole(actor.role)
    ? (await patientPage(path, searchParams)).actor.patientId
    : undefined;
  const people = patientId === undefined ? [] : await actingPatients(services, actor);
  const child =
    patientId === actor.ownPatientId ? undefined : people.find(({ id }) => id === patientId);
  const contents =
    patientId === undefined ? ["login"] : ["record", "treatment", "messages", "login"];
  return (
    <>
      <SectionTitle
        lead={words("lead")}
        title={child ? words("titleOf", { name: child.name }) : words("title")}
      />
      <Card>
        <ExportForm
          done={words.raw("done")}
          patientId={patientId}
          words={pickWords(words, ["format", "html", "htmlText", "json", "jsonText", "go", "keep"])}
        />
      </Card>
      <Section id="contents" title={words("contentsTitle")}>
        <Card tone="sunken">
          <ul className="flex list-disc flex-col gap-1.5 ps-6">
            {contents.map((key) => (
              <li key={key}>{words(`contents.${key}`)}</li>
            ))}
          </ul>
          {patientId !== undefined && <p className="mt-4 text-muted">{words("notIn")}</p>}
        </Card>
      </Section>
    </>
  );
}
