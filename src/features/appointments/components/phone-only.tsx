import { PageTitle, Stack } from "@/components/layout";
import { PhoneLink } from "@/components/phone-link";
import type { PatientActor } from "@/features/access/actors";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { practicePhone } from "../visits-page";

type PhoneOnlyProps = { services: Services; actor: PatientActor };

/** The portal without booking (R9), or a practice that offers nothing online. */
export async function PhoneOnly({ services, actor }: PhoneOnlyProps) {
  const [words, phone] = await Promise.all([
    getTranslations("appointments"),
    practicePhone(services, actor),
  ]);
  return (
    <Stack gap={6}>
      <PageTitle lead={words("phoneOnlyText")} title={words("phoneOnlyTitle")} />
      <div>
        <PhoneLink label={words("callPractice")} look="button" phone={phone} />
      </div>
    </Stack>
  );
}
