import { StatusChip, type Tone } from "@/components/badge";
import type { LoginLinkRow } from "@/features/login-links/queries";
import { getTranslations } from "@/lib/translations";

const tones: Readonly<Record<LoginLinkRow["state"], Tone>> = {
  sent: "accent",
  opened: "accent",
  used: "success",
  expired: "notice",
  replaced: "plain",
};

/** S9: what became of a login link. */
export async function LinkState({ link }: { link: Pick<LoginLinkRow, "state" | "deliver"> }) {
  const words = await getTranslations("loginLinks");
  const isShown = link.state === "sent" && link.deliver === "show";
  return (
    <StatusChip tone={tones[link.state]}>
      {isShown ? words("shown") : words(`state.${link.state}`)}
    </StatusChip>
  );
}
