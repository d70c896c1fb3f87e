import { Stack } from "@/components/layout";
import { exactly, type Reading } from "@/features/lab-connection/components/moment";
import { getTranslations } from "@/lib/translations";
import type { DeliveryFacts as Facts } from "../delivery-of-case";
import { ResendButton } from "./resend-button";

/** How a case's delivery stands: why it is not at its lab, the tries, and what to press (R46). */
export async function DeliveryFacts({
  subject,
  facts,
  reading,
}: {
  subject: { readonly id: string; readonly number: string; readonly since?: string };
  facts: Facts;
  reading: Reading;
}) {
  const words = await getTranslations("caseDelivery");
  const { id, number, since } = subject;
  const { why, tries, nextTryAt, isHeld, canResend } = facts;
  const tried = [
    ...(since === undefined ? [] : [words("since", { at: exactly(since, reading) })]),
    ...(tries > 0 ? [words("tries", { count: tries })] : []),
    ...(nextTryAt ? [words("next", { at: exactly(nextTryAt, reading) })] : []),
  ];
  return (
    <Stack gap={2}>
      {why && <p>{words(`reasons.${why}`)}</p>}
      {isHeld && <p>{words("held")}</p>}
      {tried.length > 0 && <p className="text-muted text-sm">{tried.join(" · ")}</p>}
      {canResend && (
        <ResendButton
          caseId={id}
          words={{
            button: words("resend"),
            label: words("resendNumber", { number }),
            done: words("resent"),
          }}
        />
      )}
    </Stack>
  );
}
