import Link from "next/link";
import { DefinitionList } from "@/components/definition-list";
import { Card, Section, Stack } from "@/components/layout";
import type { Leaving } from "@/features/people/roles/read-leaving";
import { shortDayTime } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { leavingLines } from "./leaving-lines";

type LeavingViewProps = { leaving: Leaving; name: string; role: string; zone: string };

/** What would be left behind, before anything is done (R52). */
export async function LeavingView({ leaving, name, role, zone }: LeavingViewProps) {
  const words = await getTranslations("people.leaving");
  const lines = leavingLines(leaving);
  const { nextVisits, visits } = leaving;
  return (
    <Section id="leaving" title={words("title", { name })}>
      <Card>
        <Stack gap={4}>
          {lines.length === 0 && <p className="text-muted">{words("none")}</p>}
          {lines.length > 0 && (
            <DefinitionList
              items={lines.map(({ key, count }) => ({
                term: words(key),
                detail: count,
                ...(key === "threads" && {
                  action: link("/desk/inbox?show=all", words("toInbox")),
                }),
                ...(key === "visits" && { action: link("/desk/diary", words("toDiary")) }),
              }))}
            />
          )}
          {nextVisits.length > 0 && (
            <div>
              <h3 className="font-semibold">{words("nextVisits")}</h3>
              <ul className="mt-1 flex flex-col">
                {nextVisits.map((one) => (
                  <li className="flex items-center gap-x-3" key={one.id}>
                    <span className="w-32 shrink-0 text-muted">
                      {shortDayTime(one.startsAt, zone)}
                    </span>
                    {link(`/desk/records/${one.patientId}`, one.patientName)}
                  </li>
                ))}
              </ul>
              {visits > nextVisits.length && (
                <p className="text-muted">{words("more", { count: visits - nextVisits.length })}</p>
              )}
            </div>
          )}
          {role === "orthodontist" && lines.length > 0 && (
            <p className="max-w-prose text-muted">{words("stay", { name })}</p>
          )}
        </Stack>
      </Card>
    </Section>
  );
}

function link(href: string, text: string) {
  return (
    <Link
      className="link wrap-anywhere inline-flex min-h-11 items-center lg:min-h-0"
      href={href}
      prefetch={false}
    >
      {text}
    </Link>
  );
}
