import { Card } from "@/components/layout";
import { TimeText } from "@/components/time-text";
import { formatInstantDay } from "@/lib/format-time";
import type { getTranslations } from "@/lib/translations";
import { ConfirmForm } from "./confirm-form";

type SpanListProps = {
  /** Part of the address under which one is taken back. */
  of: "closures" | "time-off";
  spans: readonly { id: string; startsAt: string; endsAt: string; what: string }[];
  zone: string;
  language: string;
  words: Awaited<ReturnType<typeof getTranslations>>;
};

/** Closures or times off ahead, each with the way to take it back. */
export function SpanList({ of, spans, zone, language, words }: SpanListProps) {
  return (
    <Card flush>
      <ul className="divide-y divide-hairline">
        {spans.map(({ id, startsAt, endsAt, what }) => (
          <li className="flex flex-wrap items-center justify-between gap-3 px-5 py-2" key={id}>
            <div className="min-w-0">
              <p className="wrap-anywhere font-semibold">{what}</p>
              <p className="text-muted text-sm">
                <TimeText at={startsAt} language={language} zone={zone} /> –{" "}
                <TimeText at={endsAt} language={language} zone={zone} />
              </p>
            </div>
            <ConfirmForm
              body={{}}
              path={`/api/settings/${of}/${id}/remove`}
              text={words("removeText")}
              title={words("removeTitle")}
              words={{
                open: words("remove"),
                label: words("removeLabel", { from: formatInstantDay(startsAt, zone, language) }),
                go: words("remove"),
                cancel: words("cancel"),
              }}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
