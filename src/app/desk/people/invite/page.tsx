import type { Metadata } from "next";
import { BackLink } from "@/components/back-link";
import { Card, PageTitle } from "@/components/layout";
import { clinicPage } from "@/features/access/page-gates";
import { InviteForm } from "@/features/people/components/invite-form";
import { readFormerPerson } from "@/features/people/roles/read-person";
import type { PageSearch } from "@/lib/page-search";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { isId } from "../_components/is-id";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("people.inviting");
  return { title: words("title") };
}

/** Asks somebody to work at the practice; `?again=` begins with who was here before (R52). */
export default async function InvitePage({ searchParams }: { searchParams: PageSearch }) {
  const [{ services, actor }, { again }, words, roles] = await Promise.all([
    clinicPage("/desk/people/invite", "admin"),
    searchParams,
    getTranslations("people.inviting"),
    getTranslations("visitor.roles"),
  ]);
  const former = isId(again) ? await readFormerPerson(services, actor, again) : null;
  const nobody = { firstName: "", lastName: "", email: "", mobile: "", role: "staff" };
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <BackLink href="/desk/people">{words("back")}</BackLink>
      <PageTitle lead={words("lead")} title={words("title")} />
      <Card>
        <InviteForm
          roles={(["orthodontist", "staff", "admin"] as const).map((role) => ({
            value: role,
            label: roles(role),
            description: words(`roles.${role}`),
          }))}
          start={former ?? nobody}
          words={pickWords(words, [
            "firstName",
            "lastName",
            "email",
            "emailHint",
            "mobile",
            "role",
            "go",
          ])}
        />
      </Card>
    </div>
  );
}
