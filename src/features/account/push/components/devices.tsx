import { getLocale } from "next-intl/server";
import { Card, Section } from "@/components/layout";
import type { SessionActor } from "@/features/access/actors";
import { offlineOwner } from "@/features/offline/owner";
import { formatInstantDay } from "@/lib/format-time";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { ownDevices } from "../own-devices";
import { DeviceSettings } from "./device-settings";
import { deviceWordKeys } from "./device-words";

/** In the account: on which devices notices are shown. Nothing where the installation sends none. */
export async function Devices({ services, actor }: { services: Services; actor: SessionActor }) {
  const { vapid } = services.env;
  if (vapid === null) return null;
  const { loginName, role, practiceShortName: practice, sessionId: session, zone } = actor;
  const [words, language, devices, owner] = await Promise.all([
    getTranslations("account.push"),
    getLocale(),
    ownDevices(services, actor),
    offlineOwner({ loginName, role, practice }),
  ]);
  const lines = devices.map(({ id, mark, browser, since }) => {
    const name = browser ?? words("unknown");
    const day = formatInstantDay(since, zone, language);
    return {
      ...{ id, mark, name },
      since: words("since", { day }),
      removeLabel: words("removeLabel", { name }),
    };
  });
  return (
    <Section id="devices" title={words("title")}>
      <p className="-mt-2 max-w-prose text-muted">{words("lead")}</p>
      <Card>
        <DeviceSettings
          devices={lines}
          publicKey={vapid.publicKey}
          whose={{ owner, session }}
          words={pickWords(words, deviceWordKeys)}
        />
      </Card>
    </Section>
  );
}
