import type { ReactNode } from "react";
import { isClinicRole, isPatientRole } from "../actors";
import { pageVisit } from "../page-visit";
import { ClinicFrame } from "./clinic-frame";
import { PatientFrame } from "./patient-frame";

/**
 * The frame that belongs to whoever is logged in. It lets everybody through: the gate is the page's, which knows its own
 * address and sends there again after the login.
 */
export async function AreaLayout({ children }: { children: ReactNode }) {
  const { services, session } = await pageVisit();
  if (session && isPatientRole(session.role)) return PatientFrame({ services, session, children });
  if (session && isClinicRole(session.role))
    return (
      <ClinicFrame services={services} session={session}>
        {children}
      </ClinicFrame>
    );
  return children;
}
