import Link from "next/link";
import { StatusChip, type Tone } from "@/components/badge";
import { ButtonLink } from "@/components/button";
import { Row } from "@/components/layout";
import { formatInstantDay, formatInstantTime } from "@/lib/format-time";
import { pickWords } from "@/lib/pick-words";
import { shortDay } from "@/lib/short-day";
import type { Translate } from "@/lib/translations";
import type { DeskEntry } from "../schema";
import { wishWords } from "../wish-words";
import { LeaveList } from "./leave-list";

const tones: Record<DeskEntry["offers"][number]["state"], Tone> = {
  open: "accent",
  accepted: "success",
  declined: "notice",
  withdrawn: "plain",
  expired: "plain",
};
const SHOWN = 4;

type DeskEntryProps = {
  entry: DeskEntry;
  zone: string;
  language: string;
  /** waitingList.desk */
  words: Translate;
  /** waitingList.wish */
  wishes: Translate;
};

/** Somebody who waits: since when, for what, and what they were offered. */
export function DeskEntryRow({ entry, zone, language, words, wishes }: DeskEntryProps) {
  const { id, patient, visitType, visit, practitioner, offers, hindrance } = entry;
  const wish = wishWords(wishes, entry, language);
  const time = (at: string) => ({
    day: shortDay(at, language, { zone }),
    time: formatInstantTime(at, zone, language),
  });
  return (
    <li className="grid gap-x-6 gap-y-3 px-5 py-4 text-dense md:grid-cols-[minmax(0,1.2fr)_minmax(0,1.4fr)_minmax(0,1.2fr)_auto]">
      <div className="flex min-w-0 flex-col gap-0.5">
        <h2 className="wrap-anywhere font-semibold">
          <Link className="link" data-list-item href={`/desk/records/${patient.id}`}>
            {patient.name}
          </Link>
        </h2>
        <p className="text-muted text-sm">
          {words("sinceDay", { day: formatInstantDay(entry.waitingSince, zone, language) })}
        </p>
        {hindrance && (
          <StatusChip tone={hindrance === "booking_restricted" ? "danger" : "notice"}>
            {words(`hindrance.${hindrance}`)}
          </StatusChip>
        )}
      </div>
      <div className="min-w-0">
        <p className="wrap-anywhere font-medium">{visitType.name}</p>
        <p>{visit ? words("earlierThan", time(visit.startsAt)) : words("anyTime")}</p>
        <p className="text-muted text-sm">
          {[practitioner?.name ?? words("anyone"), wish].filter(Boolean).join(", ")}
        </p>
      </div>
      <div className="min-w-0">
        {offers.length === 0 ? (
          <p className="text-muted">{words("none")}</p>
        ) : (
          <ul className="flex flex-col gap-1">
            {offers.slice(0, SHOWN).map((offer) => (
              <li className="flex flex-wrap items-center gap-2" key={offer.id}>
                <span className="tabular-nums">{words("offerLine", time(offer.startsAt))}</span>
                <StatusChip tone={tones[offer.state]}>{words(`state.${offer.state}`)}</StatusChip>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Row gap={2}>
        {hindrance === null && (
          <ButtonLink
            aria-label={words("offerFor", { name: patient.name })}
            href={`/desk/waiting-list?offer=${id}`}
            kind="secondary"
            small
          >
            {words("offer")}
          </ButtonLink>
        )}
        <LeaveList
          label={words("removeLabel", { name: patient.name })}
          path={`/api/waiting-list/entries/${id}/remove`}
          words={{
            ...pickWords(words, ["leaveText"]),
            leave: words("remove"),
            leaveTitle: words("removeTitle", { name: patient.name }),
            leaveConfirm: words("remove"),
            stay: words("keep"),
          }}
        />
      </Row>
    </li>
  );
}
