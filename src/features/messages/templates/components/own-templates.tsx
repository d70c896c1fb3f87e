import Link from "next/link";
import { BackLink } from "@/components/back-link";
import { PageTitle, Stack } from "@/components/layout";
import type { ClinicActor } from "@/features/access/actors";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { templatesOf } from "../list-templates";
import { TemplateSection } from "./template-section";

type OwnTemplatesProps = { services: Services; actor: ClinicActor; inboxHref: string };

/** One's own templates to write and change, and everybody's to read. */
export async function OwnTemplates({ services, actor, inboxHref }: OwnTemplatesProps) {
  const [words, templates] = await Promise.all([
    getTranslations("templates.page"),
    templatesOf(services, actor),
  ]);
  return (
    <div className="max-w-200">
      <Stack gap={8}>
        <Stack gap={2}>
          <BackLink href={inboxHref}>{words("back")}</BackLink>
          <PageTitle lead={words("lead")} title={words("title")} />
        </Stack>
        <TemplateSection mayChange templates={templates} whose="own" />
        <TemplateSection mayChange={false} templates={templates} whose="everybody" />
        {actor.role === "admin" && (
          <p>
            <Link className="link" href="/desk/settings/messages">
              {words("toSettings")}
            </Link>
          </p>
        )}
      </Stack>
    </div>
  );
}
