import Link from "next/link";
import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/data-table";
import { Card } from "@/components/layout";
import { LoginLinkOffer } from "@/features/login-links/components/login-link-offer";
import type { LoginLinkRow } from "@/features/login-links/queries";
import { shortDayTime } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { LinkState } from "./link-state";

type LinkTableProps = {
  caption: string;
  links: readonly LoginLinkRow[];
  zone: string;
  withPatient: boolean;
  empty: ReactNode;
};

/** Login links with what became of each (S9). */
export async function LinkTable(props: LinkTableProps) {
  const { caption, links, zone, withPatient, empty } = props;
  const words = await getTranslations("loginLinks");
  if (links.length === 0) return <>{empty}</>;
  const made = (link: LoginLinkRow) => (
    <time className="sm:whitespace-nowrap" dateTime={link.createdAt}>
      {shortDayTime(link.createdAt, zone)}
    </time>
  );
  const again = (link: LoginLinkRow) =>
    link.isToRepeat && (
      <LoginLinkOffer
        again={{ patientName: link.patientName }}
        firstName={link.firstName}
        hasEmail={link.hasEmail}
        isRegistered={link.isRegistered}
        patientId={link.patientId}
      />
    );
  const columns: Column<LoginLinkRow>[] = [
    withPatient
      ? {
          key: "patient",
          header: words("list.patient"),
          names: true,
          cell: (link) => (
            <Link
              className="-my-1 inline-flex min-h-11 items-center hover:underline lg:min-h-9"
              data-list-item
              href={`/desk/records/${link.patientId}`}
              prefetch={false}
            >
              {link.patientName}
            </Link>
          ),
        }
      : { key: "made", header: words("list.made"), names: true, cell: made },
    {
      key: "state",
      header: words("list.state"),
      cell: (link) => <LinkState link={link} zone={zone} />,
    },
    {
      key: "purpose",
      header: words("list.for"),
      wideOnly: true,
      cell: (link) => words(`purpose.${link.purpose}`),
    },
    {
      key: "deliver",
      header: words("list.by"),
      wideOnly: true,
      cell: (link) => words(`deliver.${link.deliver}`),
    },
    {
      key: "by",
      header: words("list.madeBy"),
      wideOnly: true,
      cell: (link) => link.createdBy,
    },
    ...(withPatient
      ? [
          { key: "made", header: words("list.made"), cell: made, wideOnly: true },
          { key: "again", header: words("list.next"), cell: again },
        ]
      : []),
  ];
  return (
    <Card flush>
      <DataTable caption={caption} columns={columns} rowKey={(link) => link.id} rows={links} />
    </Card>
  );
}
