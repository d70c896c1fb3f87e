import Link from "next/link";
import { getLocale } from "next-intl/server";
import { PrivateImage } from "@/features/uploads/components/private-image";
import { formatDayTime } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { WaitingCheckIn } from "../waiting";
import { photoSrc } from "./shots";

type WaitingListProps = { items: readonly WaitingCheckIn[]; zone: string };

/** Check-ins without a verdict, the oldest first; `j` and `k` move in the list. */
export async function WaitingList({ items, zone }: WaitingListProps) {
  const [words, language] = await Promise.all([getTranslations("checkIns.clinic"), getLocale()]);
  return (
    <ul
      aria-label={words("list")}
      className="divide-y divide-hairline overflow-hidden rounded-card border border-hairline bg-surface"
      data-list=""
    >
      {items.map((item) => (
        <li key={item.id}>
          <Link
            className="flex min-h-18 items-center gap-4 px-4 py-3 transition-colors hover:bg-sunken"
            data-list-item=""
            href={`/doctor/check-ins/${item.id}`}
          >
            {item.frontUploadId === null ? (
              <span className="size-14 shrink-0 rounded-control bg-sunken" />
            ) : (
              <PrivateImage
                alt=""
                className="size-14 shrink-0 rounded-control bg-sunken object-cover"
                src={photoSrc(item.frontUploadId, { small: true })}
              />
            )}
            <span className="flex min-w-0 grow flex-col">
              <span className="truncate font-semibold">
                <span className="sr-only">{words("review")} </span>
                {item.patientName}
              </span>
              <span className="text-muted text-sm">
                {item.stageNumber === null
                  ? words("noStop")
                  : words("stage", { number: item.stageNumber })}
                {" · "}
                {words("photos", { count: item.photoCount })}
              </span>
            </span>
            <span className="shrink-0 text-end text-muted text-sm">
              {words("sentAt", { time: formatDayTime(item.submittedAt, zone, language) })}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
