import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BackLink } from "@/components/back-link";
import { ButtonLink } from "@/components/button";
import { PageTitle } from "@/components/layout";
import { Notice } from "@/components/notice";
import { clinicPage } from "@/features/access/page-gates";
import { readPerson } from "@/features/people/roles/read-person";
import { getTranslations } from "@/lib/translations";
import { isId } from "../_components/is-id";
import { LeavingView } from "../_components/leaving-view";
import { LoginFacts } from "../_components/login-facts";
import { RoleActions } from "../_components/role-actions";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("people");
  // No name: titles stay in the browser's history.
  return { title: words("title") };
}

/** One person of the practice: their login, what hangs on them, and what an admin can change (R52). */
export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [{ services, actor }, words, roles] = await Promise.all([
    clinicPage(`/desk/people/${id}`, "admin"),
    getTranslations("people.person"),
    getTranslations("visitor.roles"),
  ]);
  const page = isId(id) ? await readPerson(services, actor, id) : null;
  if (!page) notFound();
  const { person, otherRoles, hasNoHours, leaving } = page;
  const { name, role } = person;
  const also = otherRoles.map((one) => roles(one)).join(", ");
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <BackLink href="/desk/people">{words("back")}</BackLink>
      <PageTitle
        eyebrow={roles(role)}
        lead={also === "" ? undefined : words("also", { roles: also })}
        title={<span className="wrap-anywhere">{name}</span>}
      />
      {hasNoHours && (
        <Notice
          action={
            <ButtonLink href="/desk/settings/hours" kind="secondary" small>
              {words("hours.go")}
            </ButtonLink>
          }
          title={words("hours.title", { name })}
          tone="notice"
        >
          {words("hours.text")}
        </Notice>
      )}
      <LoginFacts page={page} zone={actor.zone} />
      <LeavingView leaving={leaving} name={name} role={role} zone={actor.zone} />
      <RoleActions page={page} />
    </div>
  );
}
