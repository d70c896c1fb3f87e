import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { AccountMenu } from "@/components/shells/account-menu";
import { PatientShell } from "@/components/shells/patient-shell";
import { PushFrame } from "@/features/account/push/components/push-frame";
import { GuardianNotices } from "@/features/guardians/components/guardian-notices";
import { LiveUnread } from "@/features/messages/live/components/live-unread";
import { Offline } from "@/features/offline/components/offline";
import { pickWords } from "@/lib/pick-words";
import { translationsIn } from "@/lib/translations";
import { languageFor } from "@/lib/words";
import type { Services } from "@/server/services";
import type { OpenSession } from "../open-session";
import { type PatientFrameFacts, patientFrameFacts } from "../patient-frame-facts";
import { CareFooter } from "./care-footer";
import { LogOut } from "./log-out";
import { PatientSwitch } from "./patient-switch";
import { SessionFrame } from "./session-frame";

type PatientFrameProps = {
  services: Services;
  session: OpenSession;
  /** Left out, asked for here. */
  facts?: Promise<PatientFrameFacts>;
  children: ReactNode;
};

/** The frame of a patient's or guardian's pages; `/` uses it too, being outside the patient layout. */
export async function PatientFrame(props: PatientFrameProps) {
  const { services, session, children } = props;
  const asked = props.facts ?? patientFrameFacts(services, session);
  const language = languageFor(await getLocale());
  const shell = translationsIn(language, "common.shell");
  const words = translationsIn(language, "access.patientSwitch");
  const guardians = translationsIn(language, "guardians");
  const leave = translationsIn(language, "offline.leave");
  const ui = translationsIn(language, "common.ui");
  const { shell: facts, unread, patients, pending } = await asked;
  const isGuardian = patients.some(({ isMe }) => !isMe);
  const values = { count: pending.length, name: pending[0]?.firstName ?? "" };
  // Called, not rendered: a component that waits is sent and put in place for itself.
  const [account, offline, push] = await Promise.all([
    AccountMenu({
      keep: ["patient"],
      personName: facts.personName,
      settingsHref: facts.settingsHref,
      children: (
        <LogOut
          label={shell("logOut")}
          unsent={pickWords(leave, ["title", "text", "stay", "leave"])}
        />
      ),
    }),
    Offline({ patients, session }),
    PushFrame({ services, session }),
  ]);
  return SessionFrame({
    facts,
    children: (
      <PatientShell
        account={account}
        brand={facts.brand}
        footer={<CareFooter language={language} patients={patients} />}
        language={language}
        patientSwitch={
          isGuardian && (
            <PatientSwitch
              patients={patients}
              words={pickWords(words, ["label", "me", "choose"])}
            />
          )
        }
        unread={(className = "") => (
          <LiveUnread
            className={className}
            count={unread}
            label={ui("unread")}
            {...(className === "" && { saidOn: "/" })}
          />
        )}
      >
        {push}
        {offline}
        {(isGuardian || pending.length > 0) && (
          <GuardianNotices
            onlyId={patients.length === 1 ? patients[0]?.id : undefined}
            pending={
              pending.length === 0
                ? null
                : {
                    title: guardians("children.notice", values),
                    text: guardians("children.noticeText", values),
                    go: guardians("children.noticeGo"),
                  }
            }
            viewOnly={guardians("view.look")}
            viewOnlyIds={patients.filter(({ mayAct }) => !mayAct).map(({ id }) => id)}
          />
        )}
        {children}
      </PatientShell>
    ),
  });
}
