import Link from "next/link";
import { Section } from "@/components/layout";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { comingOfAge } from "@/features/guardians/coming-of-age";
import { shortDate } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";

/** R10: who is to get a login of their own, because of the practice's age. Nothing when nobody is. */
export async function ComingOfAge({ services, actor }: Admitted<ClinicActor>) {
  const [lines, words] = await Promise.all([
    comingOfAge(services, actor),
    getTranslations("guardians.coming"),
  ]);
  if (lines.length === 0) return null;
  return (
    <Section id="coming-of-age" title={words("title")}>
      <p className="-mt-3 text-muted">{words("lead")}</p>
      <ul className="flex flex-col rounded-card border border-hairline bg-surface">
        {lines.map(({ patientId, name, age, on, isGrown, hasMobile }) => (
          <li
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-hairline border-b px-4 py-3 last:border-0"
            key={patientId}
          >
            <div className="min-w-0">
              <p className="wrap-anywhere font-semibold">{name}</p>
              <p>
                {words(isGrown ? "grown" : "soon", { age, day: shortDate(on) })}
                {!hasMobile && <span className="text-muted text-sm"> · {words("noMobile")}</span>}
              </p>
            </div>
            <Link
              aria-label={`${words("open")}: ${name}`}
              className="link inline-flex min-h-11 items-center"
              href={`/desk/records/${patientId}`}
              prefetch={false}
            >
              {words("open")}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
