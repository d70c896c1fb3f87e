import type { LoginLinkRow } from "@/features/login-links/queries";
import { getTranslations } from "@/lib/translations";
import { LinkTable } from "../../../_components/link-table";

type LinksOfRecordProps = { links: readonly LoginLinkRow[]; zone: string };

/** The links made for this patient, newest first. */
export async function LinksOfRecord({ links, zone }: LinksOfRecordProps) {
  const words = await getTranslations("records.record");
  return (
    <LinkTable
      caption={words("linksCaption")}
      empty={<p className="text-muted">{words("linksEmpty")}</p>}
      links={links}
      withPatient={false}
      zone={zone}
    />
  );
}
