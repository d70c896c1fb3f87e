import { Card, Section } from "@/components/layout";
import type { ViewsOfDay as Day } from "@/features/own-data/record-views";
import { formatDay, formatInstantTime } from "@/lib/format-time";
import type { Translate } from "@/lib/translations";

type ViewsOfDayProps = { of: Day; zone: string; language: string; words: Translate };

/** A day's looks, one line per person and thing. */
export function ViewsOfDay({ of: { day, people }, zone, language, words }: ViewsOfDayProps) {
  return (
    <Section id={`day-${day}`} title={formatDay(day, language, true)}>
      <Card flush>
        <ul className="divide-y divide-hairline">
          {people.map(({ name, role, looks }) => (
            <li
              className="grid gap-x-6 gap-y-1 px-5 py-4 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]"
              key={`${name} ${role}`}
            >
              <p className="wrap-anywhere">
                <span className="block font-semibold">{name}</span>
                {role && <span className="text-muted text-sm">{words(`roles.${role}`)}</span>}
              </p>
              <ul className="flex flex-col gap-1">
                {looks.map(({ thing, at }) => (
                  <li key={thing}>
                    {words(`things.${thing}`)}
                    <span className="ms-2 text-muted tabular-nums">
                      {at.map((one) => formatInstantTime(one, zone, language)).join(", ")}
                    </span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
