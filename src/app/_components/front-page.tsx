import { CalendarDays, MessageCircle } from "lucide-react";
import { ArchIcon } from "@/components/arch-icon";
import { ArchProgress } from "@/components/arch-progress";
import { ButtonLink } from "@/components/button";
import { VisitorFrame } from "@/features/access/components/visitor-frame";
import { visitorFacts } from "@/features/access/visitor-facts";
import { getTranslations } from "@/lib/translations";

const points = [
  { name: "timeline", Icon: ArchIcon },
  { name: "visits", Icon: CalendarDays },
  { name: "messages", Icon: MessageCircle },
] as const;

/** `/` without a session: what the portal is for, in the practice's name. */
export async function FrontPage() {
  const [words, { query }] = await Promise.all([getTranslations("common.front"), visitorFacts()]);
  return (
    <VisitorFrame width="page">
      <div className="grid items-center gap-10 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)] lg:gap-16">
        <div className="flex flex-col items-start gap-5">
          <p className="font-semibold text-accent">{words("eyebrow")}</p>
          <h1 className="max-w-lg font-bold text-3xl lg:text-[3rem] lg:leading-[1.06]">
            {words("title")}
          </h1>
          <p className="max-w-md text-lg text-muted">{words("lead")}</p>
          <div className="mt-1 flex flex-wrap gap-3">
            <ButtonLink href={`/login${query}`}>{words("login")}</ButtonLink>
            <ButtonLink href={`/register${query}`} kind="secondary">
              {words("register")}
            </ButtonLink>
          </div>
          <p className="text-muted text-sm">{words("first")}</p>
        </div>
        <figure className="mx-auto w-full max-w-sm lg:me-0 rounded-card border border-hairline bg-surface p-8 shadow-soft">
          <ArchProgress label={words("picture")} total={24} worn={9}>
            <span className="font-bold text-3xl leading-none">10</span>
            <span className="text-muted">{words("pictureOf")}</span>
          </ArchProgress>
          <figcaption className="mt-6 border-hairline border-t pt-4 text-center text-muted text-sm">
            {words("caption")}
          </figcaption>
        </figure>
      </div>
      <ul className="mt-16 grid gap-8 md:grid-cols-3">
        {points.map(({ name, Icon }) => (
          <li className="flex flex-col gap-1.5" key={name}>
            <span className="mb-1.5 grid size-11 place-items-center rounded-control bg-accent-soft text-accent">
              <Icon aria-hidden="true" className="size-6" />
            </span>
            <h2 className="font-semibold text-lg">{words(`points.${name}.title`)}</h2>
            <p className="text-muted">{words(`points.${name}.text`)}</p>
          </li>
        ))}
      </ul>
    </VisitorFrame>
  );
}
