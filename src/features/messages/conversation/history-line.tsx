import { fillIn } from "@/lib/fill-in";
import { formatDayTime } from "@/lib/format-time";
import { type Here, shortTime } from "../components/days";
import type { ConversationWords } from "../components/words";
import type { ThreadEventView } from "../schema";

type HistoryLineProps = { event: ThreadEventView; here: Here; says: ConversationWords };

/** "Gwen assigned this to Maren, 09:12": what the practice did, between its messages (R40). */
export function HistoryLine({ event, here, says }: HistoryLineProps) {
  const { byName: by, toName: to, reason, untilAt, at } = event;
  const time = untilAt === null ? "" : formatDayTime(untilAt, here.zone, here.language);
  return (
    <p
      className="px-6 text-center text-muted text-sm [overflow-wrap:anywhere]"
      data-event={event.kind}
    >
      {fillIn(says[keyOf(event)], { by, to: to ?? "", reason: reason ?? "", time })}
      <span className="whitespace-nowrap">
        {" · "}
        <time dateTime={at}>{shortTime(at, here, says)}</time>
      </span>
    </p>
  );
}

function keyOf({ kind, byName, toName, reason }: ThreadEventView): keyof ConversationWords {
  if (kind === "closed" && reason !== null) return "event_closed_why";
  if (kind !== "assigned") return `event_${kind}`;
  if (toName === null) return "event_unassigned";
  return toName === byName ? "event_taken" : "event_assigned";
}
