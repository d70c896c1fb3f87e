import type { ReactNode } from "react";
import { AccountMenu } from "@/components/shells/account-menu";
import { PatientShell } from "@/components/shells/patient-shell";
import { unreadCount } from "@/features/messages/queries";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { actingPatients } from "../acting-patients";
import type { OpenSession } from "../open-session";
import { shellFacts } from "../shell-facts";
import { LogOut } from "./log-out";
import { PatientSwitch } from "./patient-switch";
import { SessionFrame } from "./session-frame";

type PatientFrameProps = { services: Services; session: OpenSession; children: ReactNode };

/** The frame of a patient's or guardian's pages; `/` uses it too, being outside the patient layout. */
export async function PatientFrame({ services, session, children }: PatientFrameProps) {
  const [facts, unread, patients, shell, words] = await Promise.all([
    shellFacts(services, session),
    unreadCount(services, session),
    actingPatients(services, session),
    getTranslations("common.shell"),
    getTranslations("access.patientSwitch"),
  ]);
  return (
    <SessionFrame facts={facts}>
      <PatientShell
        account={
          <AccountMenu personName={facts.personName} settingsHref={facts.settingsHref}>
            <LogOut label={shell("logOut")} />
          </AccountMenu>
        }
        brand={facts.brand}
        patientSwitch={
          patients.length > 1 && <PatientSwitch label={words("label")} patients={patients} />
        }
        unreadMessages={unread}
      >
        {children}
      </PatientShell>
    </SessionFrame>
  );
}
