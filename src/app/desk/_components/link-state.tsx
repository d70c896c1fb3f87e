import { StatusChip, type Tone } from "@/components/badge";
import type { LoginLinkRow } from "@/features/login-links/queries";
import { shortDayTime } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";

const tones: Readonly<Record<LoginLinkRow["state"], Tone>> = {
  on_its_way: "plain",
  sent: "accent",
  shown: "accent",
  delivered: "accent",
  undelivered: "danger",
  opened: "accent",
  used: "success",
  expired: "notice",
  replaced: "plain",
};

type LinkStateProps = { link: Pick<LoginLinkRow, "state" | "since">; zone: string };

/** S9: what became of a login link, and when. */
export async function LinkState({ link, zone }: LinkStateProps) {
  const words = await getTranslations("loginLinks");
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <StatusChip tone={tones[link.state]}>{words(`state.${link.state}`)}</StatusChip>
      <time className="whitespace-nowrap text-muted text-sm" dateTime={link.since}>
        {shortDayTime(link.since, zone)}
      </time>
    </span>
  );
}
