import Link from "next/link";
import { getLocale } from "next-intl/server";
import { StatusChip } from "@/components/badge";
import { Card } from "@/components/layout";
import { shortDayTime } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import type { VersionMark } from "../schema";

type VersionListProps = {
  versions: readonly VersionMark[];
  patientId: string;
  zone: string;
  /** The version that counts. */
  current: number;
  /** The one the page shows. */
  shown?: number;
};

/** Every version of a plan with who, when and why, each to be read. */
export async function VersionList({ versions, patientId, zone, current, shown }: VersionListProps) {
  const [words, language] = await Promise.all([getTranslations("plan.versions"), getLocale()]);
  return (
    <Card className="flex flex-col gap-2 p-4 sm:p-5">
      <h2 className="font-semibold text-lg">{words("title")}</h2>
      {versions.length === 0 && <p className="text-muted">{words("none")}</p>}
      <ol className="-mx-2 flex flex-col">
        {versions.map(({ version, reason, byName, at }) => (
          <li key={version}>
            <Link
              aria-current={version === shown ? "page" : undefined}
              className="flex min-h-11 flex-col rounded-control px-2 py-1.5 hover:bg-sunken aria-[current=page]:bg-sunken"
              href={`/doctor/patients/${patientId}/plan/${version}`}
              prefetch={false}
            >
              <span className="flex flex-wrap items-center gap-x-2">
                <span className="font-medium">{words("heading", { version })}</span>
                {version === current && <StatusChip tone="accent">{words("current")}</StatusChip>}
              </span>
              <span className="line-clamp-2">{reason}</span>
              <span className="text-muted text-sm">
                {words("by", {
                  name: byName ?? words("someone"),
                  at: shortDayTime(at, zone, language),
                })}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  );
}
