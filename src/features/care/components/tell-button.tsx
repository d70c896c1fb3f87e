import { MessageCircle } from "lucide-react";
import { ButtonLink } from "@/components/button";
import { tellHref } from "@/lib/tell-href";
import { getTranslations } from "@/lib/translations";

type TellButtonProps = { subject: string; named: string | undefined };

/** "Tell my orthodontist": a new message about what is read here (R26). */
export async function TellButton({ subject, named }: TellButtonProps) {
  const words = await getTranslations("care");
  return (
    <ButtonLink
      href={tellHref(subject, named)}
      icon={<MessageCircle aria-hidden="true" className="size-4.5" />}
      kind="secondary"
    >
      {words("tell")}
    </ButtonLink>
  );
}
