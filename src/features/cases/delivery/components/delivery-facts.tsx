import { Row, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { exactly, type Reading } from "@/features/lab-connection/components/moment";
import { getTranslations } from "@/lib/translations";
import type { DeliveryFacts as Facts } from "../delivery-of-case";
import { ResendButton } from "./resend-button";

/** How a case's delivery stands, on its page: why it is not there, the next try, and what to press (R46). */
export async function DeliveryFacts({
  caseId,
  facts,
  reading,
}: {
  caseId: string;
  facts: Facts;
  reading: Reading;
}) {
  const words = await getTranslations("caseDelivery");
  const { why, tries, nextTryAt, isUnderWay, canResend } = facts;
  return (
    <Notice tone={isUnderWay ? "info" : "notice"} title={words("facts.title")}>
      <Stack gap={2}>
        <p>{why ? words(`reasons.${why}`) : words("facts.underWay")}</p>
        {(tries > 0 || nextTryAt) && (
          <Row>
            {tries > 0 && <span>{words("tries", { count: tries })}</span>}
            {nextTryAt && <span>{words("next", { at: exactly(nextTryAt, reading) })}</span>}
          </Row>
        )}
        {canResend && (
          <ResendButton
            caseId={caseId}
            words={{ button: words("resend"), done: words("resent") }}
          />
        )}
      </Stack>
    </Notice>
  );
}
