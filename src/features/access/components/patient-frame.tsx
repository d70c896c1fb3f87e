import type { ReactNode } from "react";
import { AccountMenu } from "@/components/shells/account-menu";
import { PatientShell } from "@/components/shells/patient-shell";
import { PushFrame } from "@/features/account/push/components/push-frame";
import { GuardianNotices } from "@/features/guardians/components/guardian-notices";
import { pendingChildren } from "@/features/guardians/queries";
import { LiveUnread } from "@/features/messages/live/components/live-unread";
import { unreadCount } from "@/features/messages/queries";
import { Offline } from "@/features/offline/components/offline";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { actingPatients } from "../acting-patients";
import type { OpenSession } from "../open-session";
import { shellFacts } from "../shell-facts";
import { CareFooter } from "./care-footer";
import { LogOut } from "./log-out";
import { PatientSwitch } from "./patient-switch";
import { SessionFrame } from "./session-frame";

type PatientFrameProps = { services: Services; session: OpenSession; children: ReactNode };

/** The frame of a patient's or guardian's pages; `/` uses it too, being outside the patient layout. */
export async function PatientFrame({ services, session, children }: PatientFrameProps) {
  const [facts, unread, patients, pending, shell, words, guardians, offline, ui] =
    await Promise.all([
      shellFacts(services, session),
      unreadCount(services, session),
      actingPatients(services, session),
      pendingChildren(services, session),
      getTranslations("common.shell"),
      getTranslations("access.patientSwitch"),
      getTranslations("guardians"),
      getTranslations("offline.leave"),
      getTranslations("common.ui"),
    ]);
  const isGuardian = patients.some(({ isMe }) => !isMe);
  const values = { count: pending.length, name: pending[0]?.firstName ?? "" };
  return (
    <SessionFrame facts={facts}>
      <PatientShell
        account={
          <AccountMenu
            keep={["patient"]}
            personName={facts.personName}
            settingsHref={facts.settingsHref}
          >
            <LogOut
              label={shell("logOut")}
              unsent={pickWords(offline, ["title", "text", "stay", "leave"])}
            />
          </AccountMenu>
        }
        brand={facts.brand}
        footer={<CareFooter patients={patients} />}
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
        <PushFrame services={services} session={session} />
        <Offline patients={patients} session={session} />
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
    </SessionFrame>
  );
}
