import { ButtonLink } from "@/components/button";
import type { FormerPerson } from "@/features/people/roles/clinic-people";
import { shortDateAt } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";

/** Who was removed, and the way back: an invitation. */
export async function FormerList({
  former,
  zone,
}: {
  former: readonly FormerPerson[];
  zone: string;
}) {
  const [words, roles] = await Promise.all([
    getTranslations("people"),
    getTranslations("visitor.roles"),
  ]);
  return (
    <ul className="flex flex-col rounded-card border border-hairline bg-surface">
      {former.map(({ membershipId, name, role, endedAt }) => (
        <li
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-hairline border-b px-4 py-3 last:border-0"
          key={membershipId}
        >
          <div className="min-w-0">
            <p className="wrap-anywhere font-semibold">{name}</p>
            <p className="text-muted text-sm">
              {words("removedLine", {
                role: roles(role),
                day: shortDateAt(endedAt.toISOString(), zone),
              })}
            </p>
          </div>
          <ButtonLink
            aria-label={words("againLabel", { name })}
            href={`/desk/people/invite?again=${membershipId}`}
            kind="secondary"
            small
          >
            {words("again")}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
