import { Card, Section } from "@/components/layout";
import type { SessionActor } from "@/features/access/actors";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { offlineOwner } from "../owner";
import { KeepSwitch } from "./keep-switch";

/** In a patient's or guardian's account: what this device keeps for times without a network. */
export async function KeepOffline({ actor }: { actor: SessionActor }) {
  const { loginName, role, practiceShortName: practice } = actor;
  const [words, owner] = await Promise.all([
    getTranslations("offline.keep"),
    offlineOwner({ loginName, role, practice }),
  ]);
  return (
    <Section id="offline" title={words("title")}>
      <Card>
        <KeepSwitch owner={owner} words={pickWords(words, ["label", "hint", "waits"])} />
      </Card>
    </Section>
  );
}
