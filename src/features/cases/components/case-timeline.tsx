import { formatDayTime } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { CaseEventView, CaseView } from "../schema";

type CaseTimelineProps = {
  shown: Pick<CaseView, "events" | "lab" | "state" | "tracking">;
  here: { readonly zone: string; readonly language: string };
};

/** What sending does by itself says nothing to a reader once the lab has the case. */
const inBetween = new Set(["release", "start_sending"]);

/** What happened with a case: when, who, why; the newest first, with what comes next above it (R41, R48). */
export async function CaseTimeline({ shown, here }: CaseTimelineProps) {
  const words = await getTranslations("case");
  const { lab, state, tracking } = shown;
  const events = shown.events.filter(
    ({ event }, at) => !inBetween.has(event) || at === shown.events.length - 1,
  );
  const who = ({ by, name }: CaseEventView) =>
    by === "lab" || by === "portal"
      ? words(`by.${by}`, { lab: lab.name })
      : (name ?? words("by.nobody"));
  return (
    <ol className="flex flex-col">
      {state !== "draft" && state !== "needs_records" && (
        <li className="relative border-edge border-s-2 border-dashed ps-5 pb-6">
          <Dot className="border-edge bg-surface" />
          <p className="font-semibold">{words("next.title")}</p>
          <p className="text-muted">{words(`next.${state}`)}</p>
        </li>
      )}
      {events.toReversed().map((event, index) => (
        <li
          className="relative border-hairline border-s-2 ps-5 pb-6 last:border-transparent last:pb-0"
          key={event.id}
        >
          <Dot className={index === 0 ? "border-accent bg-accent" : "border-accent bg-surface"} />
          <p className="font-semibold">{words(`events.${event.event}`)}</p>
          <p className="text-muted text-sm">
            <time dateTime={event.at}>{formatDayTime(event.at, here.zone, here.language)}</time>
            {" · "}
            {who(event)}
          </p>
          {event.reason && !isCode(event) && (
            <p className="mt-1 whitespace-pre-line wrap-anywhere" dir="auto">
              {event.reason}
            </p>
          )}
          {event.event === "ship" && tracking && (
            <p className="mt-1">{words("tracking", { tracking })}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What the portal notes as its own reason is a word for the delivery's facts, not for people. */
const isCode = ({ by, reason }: CaseEventView) => by === "portal" && /^[a-z_]+$/.test(reason ?? "");

function Dot({ className }: { className: string }) {
  return (
    <span
      aria-hidden="true"
      className={`absolute -inset-s-[0.45rem] top-1.5 size-3 rounded-chip border-2 ${className}`}
    />
  );
}
