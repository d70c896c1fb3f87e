import Link from "next/link";
import { Section } from "@/components/layout";
import type { UndeliveredLine } from "@/features/repairs/undelivered";
import { shortDayTime } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { AttendActions } from "./attend-actions";

type UndeliveredListProps = { lines: readonly UndeliveredLine[]; isMore: boolean; zone: string };

/** S17: mails and texts that were given up, why, and sending them again. */
export async function UndeliveredList({ lines, isMore, zone }: UndeliveredListProps) {
  const [words, purposes, whys, texts] = await Promise.all([
    getTranslations("repairs.undelivered"),
    getTranslations("repairs.purpose"),
    getTranslations("repairs.why"),
    getTranslations("registration.failureReasons"),
  ]);
  const what = ({ kind, purpose }: UndeliveredLine) =>
    `${words(`kind.${kind}`)}: ${purposes(purposes.has(purpose) ? purpose : "other")}`;
  return (
    <Section id="undelivered" title={words("title")}>
      {lines.length === 0 ? (
        <p className="text-muted">{words("empty")}</p>
      ) : (
        <ul className="flex flex-col rounded-card border border-hairline bg-surface">
          {lines.map((line) => (
            <li
              className="flex flex-col gap-2 border-hairline border-b px-4 py-3 last:border-0"
              key={line.id}
            >
              <div className="min-w-0">
                <p className="font-semibold">{what(line)}</p>
                <p className="wrap-anywhere text-muted text-sm">
                  {line.patient && (
                    <>
                      <Link
                        className="link inline-flex min-h-11 items-center lg:min-h-0"
                        href={`/desk/records/${line.patient.id}`}
                        prefetch={false}
                      >
                        {line.patient.name}
                      </Link>{" "}
                    </>
                  )}
                  {line.kind !== "pms_update" && words("to", { to: line.to })}
                  {" · "}
                  <time className="whitespace-nowrap" dateTime={line.createdAt}>
                    {shortDayTime(line.createdAt, zone)}
                  </time>
                </p>
                <p>{line.kind === "sms" ? texts(line.why) : whys(line.why)}</p>
                {line.resending === "none" && <p className="text-muted text-sm">{words("none")}</p>}
              </div>
              <AttendActions
                deliveryId={line.id}
                dismiss={words("dismiss")}
                resend={line.resending === "none" ? null : words(line.resending)}
                what={`${what(line)} ${line.to}`}
              />
            </li>
          ))}
        </ul>
      )}
      {isMore && <p className="text-muted text-sm">{words("more", { count: lines.length })}</p>}
    </Section>
  );
}
