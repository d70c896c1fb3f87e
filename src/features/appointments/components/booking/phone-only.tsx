import { PageTitle, Stack } from "@/components/layout";
import { PhoneLink } from "@/components/phone-link";
import type { PatientActor } from "@/features/access/actors";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { looksOnly, practicePhone } from "../../visits-page";

type PhoneOnlyProps = { services: Services; actor: PatientActor };

/** The portal without booking (R9), a practice that offers nothing online, or a guardian who may look alone (R10). */
export async function PhoneOnly({ services, actor }: PhoneOnlyProps) {
  const [words, phone, isLookingOnly] = await Promise.all([
    getTranslations("appointments"),
    practicePhone(services, actor),
    looksOnly(services, actor),
  ]);
  if (isLookingOnly)
    return <PageTitle lead={words("looksOnly.text")} title={words("looksOnly.title")} />;
  return (
    <Stack gap={6}>
      <PageTitle lead={words("phoneOnlyText")} title={words("phoneOnlyTitle")} />
      <div>
        <PhoneLink label={words("callPractice")} look="button" phone={phone} />
      </div>
    </Stack>
  );
}
