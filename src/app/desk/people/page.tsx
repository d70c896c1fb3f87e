import type { Metadata } from "next";
import { StatusChip } from "@/components/badge";
import { DataTable } from "@/components/data-table";
import { Card, PageTitle } from "@/components/layout";
import { clinicPage } from "@/features/access/page-gates";
import { type ClinicPerson, clinicPeople } from "@/features/people/clinic-people";
import { ResetFactors } from "@/features/people/components/reset-factors";
import { getTranslations, type Translate } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("factors.people");
  return { title: words("title") };
}

export default async function PeoplePage() {
  const { services, actor } = await clinicPage("/desk/people", "admin");
  const [people, words, roles] = await Promise.all([
    clinicPeople(services, actor),
    getTranslations("factors.people"),
    getTranslations("visitor.roles"),
  ]);
  return (
    <>
      <PageTitle lead={words("lead")} title={words("title")} />
      <Card flush>
        <DataTable<ClinicPerson>
          caption={words("caption")}
          columns={[
            {
              key: "name",
              header: words("name"),
              names: true,
              cell: (row) => (
                <>
                  {row.name}
                  <span className="wrap-anywhere block font-normal text-muted text-sm md:hidden">
                    {roles(row.role)} · {row.loginName}
                  </span>
                </>
              ),
            },
            {
              key: "loginName",
              header: words("loginName"),
              wideOnly: true,
              cell: (row) => row.loginName,
            },
            { key: "role", header: words("role"), wideOnly: true, cell: (row) => roles(row.role) },
            {
              key: "secondStep",
              header: words("secondStep"),
              cell: (row) => <SecondStep person={row} words={words} />,
            },
          ]}
          rowKey={(row) => `${row.loginId} ${row.role}`}
          rows={people}
        />
      </Card>
    </>
  );
}

function SecondStep({ person, words }: { person: ClinicPerson; words: Translate }) {
  const { name, loginId } = person;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <StatusChip tone={person.hasFactor && person.status === "active" ? "success" : "notice"}>
        {standing(person, words)}
      </StatusChip>
      {person.mayReset && (
        <ResetFactors
          loginId={loginId}
          words={{
            reset: words("reset"),
            resetLabel: words("resetLabel", { name }),
            resetTitle: words("resetTitle", { name }),
            resetText: words("resetText", { name }),
            cancel: words("cancel"),
            done: words("done", { name }),
          }}
        />
      )}
    </div>
  );
}

function standing({ status, hasFactor }: ClinicPerson, words: Translate): string {
  if (status === "issued") return words("waiting");
  if (status === "disabled") return words("disabled");
  return words(hasFactor ? "set" : "missing");
}
