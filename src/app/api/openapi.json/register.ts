import type { RegisteredHandler } from "@/server/route";
import { POST as endSession } from "../account/sessions/[id]/end/route";
import { POST as endOtherSessions } from "../account/sessions/end-others/route";
import { GET as listSessions } from "../account/sessions/route";
import { POST as stayLoggedIn } from "../account/stay-logged-in/route";
import { POST as cancelAppointment } from "../appointments/[id]/cancel/route";
import { POST as rescheduleAppointment } from "../appointments/[id]/reschedule/route";
import { POST as bookAppointment, GET as listAppointments } from "../appointments/route";
import { callback, csrf, session, signout } from "../auth/[...nextauth]/doors";
import { PUT as saveDraft } from "../drafts/route";
import { GET as openEvents } from "../events/route";
import { POST as releaseHold } from "../holds/[id]/release/route";
import { POST as holdTime } from "../holds/route";
import { GET as listIntegrations } from "../integrations/route";
import { POST as chooseMembership } from "../login/membership/route";
import { POST as resendLoginCode } from "../login/resend/route";
import { POST as startLogin } from "../login/route";
import { POST as completePasswordReset } from "../password-resets/complete/route";
import { POST as requestPasswordReset } from "../password-resets/route";
import { POST as createLoginLink } from "../patients/[id]/login-links/route";
import { GET as searchRecords } from "../patients/route";
import { POST as resendRegistrationCode } from "../registrations/code/resend/route";
import { POST as enterRegistrationCode } from "../registrations/code/route";
import { POST as confirmRegistrationDetails } from "../registrations/confirm/route";
import { POST as changeRegistrationEmail } from "../registrations/email/change/route";
import { POST as resendRegistrationMail } from "../registrations/email/resend/route";
import { POST as proveRegistrationEmail } from "../registrations/email/route";
import { POST as createPassword } from "../registrations/password/route";
import { POST as startRegistration } from "../registrations/route";
import { POST as acceptTerms } from "../registrations/terms/route";
import { GET as listSlots } from "../slots/route";
import { GET as readTerms } from "../terms/route";
import { GET as readThread, POST as sendMessage } from "../threads/[id]/messages/route";
import { POST as markThreadRead } from "../threads/[id]/read/route";
import { GET as listThreads, POST as startThread } from "../threads/route";
import { POST as recordAlignerChange } from "../treatment/aligner-changes/route";
import { GET as readTreatment } from "../treatment/route";
import { GET as viewUpload } from "../uploads/[id]/route";
import { POST as storeUpload } from "../uploads/route";
import { GET as listVisitTypes } from "../visit-types/route";

/** Every server route of ours. A test compares this with the files under `src/app/api`. */
export const registeredRoutes: readonly RegisteredHandler[] = [
  listSessions,
  endOtherSessions,
  endSession,
  stayLoggedIn,
  callback,
  csrf,
  session,
  signout,
  chooseMembership,
  resendLoginCode,
  startLogin,
  completePasswordReset,
  requestPasswordReset,
  readTreatment,
  recordAlignerChange,
  listVisitTypes,
  listSlots,
  holdTime,
  releaseHold,
  listAppointments,
  bookAppointment,
  rescheduleAppointment,
  cancelAppointment,
  startRegistration,
  confirmRegistrationDetails,
  enterRegistrationCode,
  resendRegistrationCode,
  createPassword,
  proveRegistrationEmail,
  resendRegistrationMail,
  changeRegistrationEmail,
  acceptTerms,
  readTerms,
  createLoginLink,
  searchRecords,
  listIntegrations,
  listThreads,
  startThread,
  readThread,
  sendMessage,
  markThreadRead,
  openEvents,
  saveDraft,
  storeUpload,
  viewUpload,
];
