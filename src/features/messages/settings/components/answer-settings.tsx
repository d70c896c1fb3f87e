import { Card, Section, Stack } from "@/components/layout";
import type { ClinicActor } from "@/features/access/actors";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { ExpectationsNote } from "../../components/expectations-note";
import { expectations } from "../../queries";
import { messageSettingsSeen } from "../change-message-settings";
import { messageSettingsOf } from "../message-settings";
import { MessageSettingsForm } from "./message-settings-form";
import { messageSettingsWordKeys } from "./message-settings-words";

const usualHours = [1, 2, 4, 8, 12, 16, 24, 40, 80];

/** What patients may expect of an answer, as it is set and as they read it (R39). */
export async function AnswerSettings({
  services,
  actor,
}: {
  services: Services;
  actor: ClinicActor;
}) {
  const [settings, expected, words] = await Promise.all([
    messageSettingsOf(services, actor),
    expectations(services, actor),
    getTranslations("templates.settings"),
  ]);
  const { alarmHours } = settings;
  const offered = new Set(alarmHours === null ? usualHours : [...usualHours, alarmHours]);
  return (
    <Section id="answers" title={words("answers")}>
      <Card>
        <Stack gap={6}>
          <MessageSettingsForm
            alarms={[
              { value: "", label: words("alarmOff") },
              ...[...offered]
                .sort((one, other) => one - other)
                .map((count) => ({ value: String(count), label: words("alarmAfter", { count }) })),
            ]}
            seen={messageSettingsSeen(settings)}
            settings={settings}
            words={pickWords(words, messageSettingsWordKeys)}
          />
          <Stack gap={2}>
            <h3 className="font-semibold">{words("preview")}</h3>
            <ExpectationsNote expected={expected} />
          </Stack>
        </Stack>
      </Card>
    </Section>
  );
}
