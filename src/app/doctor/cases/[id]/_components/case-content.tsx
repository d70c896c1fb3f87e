import { getLocale } from "next-intl/server";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { DeliveryFacts } from "@/features/cases/delivery/components/delivery-facts";
import { readDelivery } from "@/features/cases/delivery/read-delivery";
import type { CaseView } from "@/features/cases/schema";
import { ownLabs } from "@/features/lab-connection/queries";
import { dayIn } from "@/features/treatment/load-facts";
import { getTranslations } from "@/lib/translations";
import { CaseHeader } from "./case-header";
import { CaseRead } from "./case-read";
import { CaseWritten } from "./case-written";
import { ConnectionWarning } from "./connection-warning";

/** Whose case, how it stands with the lab, and either the steps to write it or everything to read and decide. */
export async function CaseContent({
  services,
  actor,
  shown,
}: Admitted<ClinicActor> & { shown: CaseView }) {
  const [words, labWords, language, labs, delivery] = await Promise.all([
    getTranslations("case"),
    getTranslations("labConnection"),
    getLocale(),
    ownLabs(services, actor),
    readDelivery(services, actor, shown.id),
  ]);
  const { zone } = actor;
  const here = { zone, language };
  const reading = {
    ...here,
    now: services.now.toString(),
    zoneName: labWords("practiceTime"),
  };
  const connection = shown.isMine ? labs.find(({ id }) => id === shown.lab.id) : undefined;
  const isReady = connection?.canSend ?? true;
  return (
    <Stack gap={6}>
      <CaseHeader shown={shown} />
      {!shown.isMine && (
        <Notice>{words("notYours", { orthodontist: shown.practitioner.name })}</Notice>
      )}
      {connection && <ConnectionWarning connection={connection} reading={reading} shown={shown} />}
      {delivery && shown.state !== "held_for_reauthentication" && (
        <DeliveryFacts facts={delivery} reading={reading} subject={shown} />
      )}
      {shown.may.edit ? (
        <CaseWritten here={here} isReady={isReady} shown={shown} />
      ) : (
        <CaseRead here={here} shown={shown} today={dayIn(zone, services.now).toString()} />
      )}
    </Stack>
  );
}
