import Link from "next/link";
import { DataTable } from "@/components/data-table";
import type { ClinicPerson } from "@/features/people/roles/clinic-people";
import { shortDayTime } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { LoginChip } from "./login-chip";

type PeopleTableProps = { people: readonly ClinicPerson[]; ownLoginId: string; zone: string };

/** Everybody here, a line each; the name leads to what can be done. */
export async function PeopleTable({ people, ownLoginId, zone }: PeopleTableProps) {
  const [words, roles] = await Promise.all([
    getTranslations("people"),
    getTranslations("visitor.roles"),
  ]);
  const last = ({ lastLoginAt }: ClinicPerson) =>
    lastLoginAt ? shortDayTime(lastLoginAt.toISOString(), zone) : words("never");
  return (
    <DataTable<ClinicPerson>
      caption={words("caption")}
      columns={[
        {
          key: "name",
          header: words("columns.name"),
          names: true,
          cell: (row) => (
            <>
              <Link
                className="link wrap-anywhere inline-flex min-h-11 items-center lg:min-h-0"
                href={`/desk/people/${row.membershipId}`}
                prefetch={false}
              >
                {row.name}
              </Link>
              {row.loginId === ownLoginId && (
                <span className="ms-1.5 font-normal text-muted">({words("you")})</span>
              )}
              <span className="wrap-anywhere block font-normal text-muted text-sm">
                {roles(row.role)} · {row.loginName}
              </span>
              <span className="block font-normal text-muted text-sm lg:hidden">
                {words("columns.lastLogin")}: {last(row)}
              </span>
            </>
          ),
        },
        {
          key: "state",
          header: words("columns.state"),
          cell: (row) => <LoginChip person={row} zone={zone} />,
        },
        {
          key: "secondStep",
          header: words("columns.secondStep"),
          wideOnly: true,
          cell: (row) =>
            [row.hasApp && words("factors.totp"), row.hasPasskey && words("factors.passkey")]
              .filter(Boolean)
              .join(", ") || <span className="text-muted">{words("factors.none")}</span>,
        },
        {
          key: "lastLogin",
          header: words("columns.lastLogin"),
          wideOnly: true,
          cell: (row) => <span className="whitespace-nowrap">{last(row)}</span>,
        },
        {
          key: "sessions",
          header: words("columns.sessions"),
          wideOnly: true,
          numeric: true,
          cell: (row) => row.sessions,
        },
      ]}
      rowKey={({ membershipId }) => membershipId}
      rows={people}
    />
  );
}
