import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { Section } from "@/components/layout";
import type { DeskHome } from "@/features/records/queries";
import { shortDayTime } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";

type FailedRegistrationsProps = { home: Promise<DeskHome>; zone: string };

/** R8: who could not register lately, and why. */
export async function FailedRegistrations({ home, zone }: FailedRegistrationsProps) {
  const [{ failed: lines }, words, causes] = await Promise.all([
    home,
    getTranslations("desk.home"),
    getTranslations("desk.cause"),
  ]);
  return (
    <Section
      action={
        <Link className="link inline-flex min-h-11 items-center" href="/desk/repairs">
          {words("repairs")}
        </Link>
      }
      id="failed"
      title={words("failed")}
    >
      {lines.length === 0 ? (
        <EmptyState title={words("failedNone")}>{words("failedNoneText")}</EmptyState>
      ) : (
        <>
          <p className="-mt-3 text-muted">{words("failedLead")}</p>
          <ul className="flex flex-col rounded-card border border-hairline bg-surface">
            {lines.map((line) => (
              <li
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-hairline border-b px-4 py-3 last:border-0"
                key={line.id}
              >
                <div className="min-w-0">
                  <p className="wrap-anywhere font-semibold">{line.name}</p>
                  <p>
                    {causes(line.cause)}
                    <span className="text-muted text-sm">
                      {" · "}
                      <time className="whitespace-nowrap" dateTime={line.failedAt}>
                        {shortDayTime(line.failedAt, zone)}
                      </time>
                    </span>
                  </p>
                </div>
                <Link
                  aria-label={`${words("repair")}: ${line.name}`}
                  className="link inline-flex min-h-11 items-center"
                  href={`/desk/repairs?cause=${line.cause}`}
                  prefetch={false}
                >
                  {words("repair")}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
