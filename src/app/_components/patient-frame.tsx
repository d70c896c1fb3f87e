import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AccentStyle } from "@/components/accent-style";
import { AccountMenu } from "@/components/shells/account-menu";
import { PatientShell } from "@/components/shells/patient-shell";
import type { OpenSession } from "@/features/access/open-session";
import type { pageVisit } from "@/features/access/page-visit";
import { practiceAccent } from "@/features/practices/accent";
import { practiceById } from "@/features/practices/current-practice";
import { LogOut } from "./log-out";
import { PatientSwitch } from "./patient-switch";

export interface PatientFrameFacts {
  /** Everybody this login may act for. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly unread: number;
}

type PatientFrameProps = {
  services: Awaited<ReturnType<typeof pageVisit>>["services"];
  session: OpenSession;
  facts: PatientFrameFacts;
  children: ReactNode;
};

/** What stands around every page of a patient: the practice's name and colour, the four entries, the account. */
export async function PatientFrame({ services, session, facts, children }: PatientFrameProps) {
  const [practice, head, words, home] = await Promise.all([
    practiceById(services, session.practiceId),
    headers(),
    getTranslations("common.shell"),
    getTranslations("home.people"),
  ]);
  const accent = practiceAccent(practice?.accentColour ?? null);
  const people = facts.people.map(({ id, name }) => ({
    id,
    name: id === session.ownPatientId ? home("me", { name }) : name,
  }));
  return (
    <>
      {accent && <AccentStyle accent={accent} nonce={head.get("x-nonce") ?? undefined} />}
      <PatientShell
        account={
          <AccountMenu personName={session.personName} settingsHref="/account">
            <LogOut label={words("logOut")} />
          </AccountMenu>
        }
        brand={{ name: session.practiceName, homeHref: "/" }}
        patientSwitch={
          people.length > 1 ? <PatientSwitch label={home("label")} people={people} /> : undefined
        }
        unreadMessages={facts.unread}
      >
        {children}
      </PatientShell>
    </>
  );
}
