import { getLocale } from "next-intl/server";
import { Card, Section } from "@/components/layout";
import { isPatientRole, type SessionActor } from "@/features/access/actors";
import { factorLogin } from "@/features/access/factors/factor-login";
import { formatInstantDay, formatInstantTime } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { browserName } from "../browser-name";
import { type OwnFactor, ownFactors } from "../own-factors";
import { AddFactor } from "./add-factor";
import { type FactorLine, FactorList } from "./factor-list";
import { factorWords } from "./factor-words";
import { RecoveryCodes } from "./recovery-codes";

type SecuritySettingsProps = { services: Services; actor: SessionActor };

/** One's own second factors and recovery codes: the same for patients and for the practice's people (R13). */
export async function SecuritySettings({ services, actor }: SecuritySettingsProps) {
  const [words, kinds, language, own, login] = await Promise.all([
    getTranslations("factors.security"),
    getTranslations("factors.kinds"),
    getLocale(),
    ownFactors(services, actor),
    factorLogin(services, actor.loginId),
  ]);
  const isLast = own.factors.length === 1 && !login?.factors.includes("sms");
  const day = (at: OwnFactor["addedAt"]) => formatInstantDay(at.toString(), actor.zone, language);
  const time = (at: OwnFactor["addedAt"]) => formatInstantTime(at.toString(), actor.zone, language);
  const lines: FactorLine[] = own.factors.map((factor) => {
    const name =
      factor.label ?? words(factor.kind === "passkey" ? "unnamedPasskey" : "unnamedTotp");
    const used = factor.lastUsedAt
      ? words("lastUsed", { day: day(factor.lastUsedAt), time: time(factor.lastUsedAt) })
      : words("neverUsed");
    return {
      id: factor.id,
      kind: factor.kind,
      name,
      isLast,
      detail: `${kinds(factor.kind)} · ${words("added", { day: day(factor.addedAt) })}, ${used}`,
      renameLabel: words("renameLabel", { name }),
      removeLabel: words("removeLabel", { name }),
      removeTitle: words("removeTitle", { name }),
    };
  });
  if (isPatientRole(actor.role) && own.mobile !== null)
    lines.push({
      id: null,
      kind: "sms",
      isLast: false,
      name: kinds("sms"),
      detail: words("smsDetail", { ending: own.mobile.slice(-2) }),
      renameLabel: "",
      removeLabel: "",
      removeTitle: "",
    });
  const texts = factorWords(words);
  const left = own.recoveryCodesLeft;
  return (
    <>
      <Section id="ways" title={words("ways")}>
        <p className="text-muted">{words("waysLead")}</p>
        <Card>
          <div className="flex flex-col gap-4">
            <FactorList factors={lines} words={texts} />
            <AddFactor device={browserName(services.request.browser ?? null)} words={texts} />
          </div>
        </Card>
      </Section>
      <Section id="recovery-codes" title={words("recovery.title")}>
        <p className="text-muted">{words("recovery.lead")}</p>
        <Card>
          <RecoveryCodes
            left={left === 0 ? words("recovery.none") : words("recovery.left", { count: left })}
            makeLabel={words(left === 0 ? "recovery.make" : "recovery.makeNew")}
            replaces={left > 0}
            words={texts}
          />
        </Card>
      </Section>
    </>
  );
}
