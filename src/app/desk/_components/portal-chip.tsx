import { StatusChip, type Tone } from "@/components/badge";
import { getTranslations } from "@/lib/translations";

const tones = { none: "plain", invited: "accent", registered: "success" } as const satisfies Record<
  string,
  Tone
>;

type PortalChipProps = { status: keyof typeof tones; isArchived: boolean };

/** Where a patient stands with the portal, in a word. */
export async function PortalChip({ status, isArchived }: PortalChipProps) {
  const words = await getTranslations("records");
  return isArchived ? (
    <StatusChip tone="notice">{words("archived")}</StatusChip>
  ) : (
    <StatusChip tone={tones[status]}>{words(`portal.${status}`)}</StatusChip>
  );
}
