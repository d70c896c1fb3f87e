import type { RegisteredHandler } from "@/server/route";
import { POST as removeCalendarAddress } from "../account/calendar-address/remove/route";
import { POST as makeCalendarAddress } from "../account/calendar-address/route";
import { POST as cancelEmailChange } from "../account/email/cancel/route";
import { POST as confirmEmailChange } from "../account/email/confirm/route";
import { POST as resendEmailChange } from "../account/email/resend/route";
import { POST as requestEmailChange } from "../account/email/route";
import { POST as undoEmailChange } from "../account/email/undo/route";
import { POST as eraseOwnLogin } from "../account/erasure/route";
import { POST as exportOwnData } from "../account/export/route";
import { POST as removeFactor } from "../account/factors/[id]/remove/route";
import { POST as renameFactor } from "../account/factors/[id]/rename/route";
import { POST as confirmAuthenticator } from "../account/factors/authenticators/[id]/confirm/route";
import { POST as addAuthenticator } from "../account/factors/authenticators/route";
import { POST as confirmPasskey } from "../account/factors/passkeys/[id]/confirm/route";
import { POST as addPasskey } from "../account/factors/passkeys/route";
import { POST as makeRecoveryCodes } from "../account/factors/recovery-codes/route";
import { GET as listFactors } from "../account/factors/route";
import { POST as changeLanguage } from "../account/language/route";
import { POST as cancelMobileChange } from "../account/mobile/cancel/route";
import { POST as confirmMobileChange } from "../account/mobile/confirm/route";
import { POST as resendMobileCode } from "../account/mobile/resend/route";
import { POST as startMobileChange } from "../account/mobile/route";
import { POST as chooseNotification } from "../account/notifications/route";
import { POST as changePassword } from "../account/password/route";
import { POST as changeProfile } from "../account/profile/route";
import { POST as endSession } from "../account/sessions/[id]/end/route";
import { POST as endOtherSessions } from "../account/sessions/end-others/route";
import { GET as listSessions } from "../account/sessions/route";
import { POST as stayLoggedIn } from "../account/stay-logged-in/route";
import { POST as cancelAppointment } from "../appointments/[id]/cancel/route";
import { POST as rescheduleAppointment } from "../appointments/[id]/reschedule/route";
import { GET as downloadVisit } from "../appointments/[id]/route";
import { POST as withdrawWish } from "../appointments/[id]/withdraw/route";
import { POST as bookAppointment, GET as listAppointments } from "../appointments/route";
import { POST as exportAudit } from "../audit/export/route";
import { callback, csrf, session, signout } from "../auth/[...nextauth]/doors";
import { GET as readCalendarFeed } from "../calendar/[token]/route";
import { POST as attendDelivery } from "../deliveries/[id]/attend/route";
import { POST as approveRequest } from "../diary/appointments/[id]/approve/route";
import { POST as markArrived } from "../diary/appointments/[id]/arrive/route";
import { POST as cancelByPractice } from "../diary/appointments/[id]/cancel/route";
import { POST as markCompleted } from "../diary/appointments/[id]/complete/route";
import { POST as declineRequest } from "../diary/appointments/[id]/decline/route";
import { POST as moveAppointment } from "../diary/appointments/[id]/move/route";
import { POST as markNoShow } from "../diary/appointments/[id]/no-show/route";
import { GET as readVisit } from "../diary/appointments/[id]/route";
import { POST as markSeated } from "../diary/appointments/[id]/seat/route";
import { POST as undoMark } from "../diary/appointments/[id]/undo/route";
import { POST as bookForPatient } from "../diary/appointments/route";
import { POST as releaseDeskHold } from "../diary/holds/[id]/release/route";
import { POST as holdForPatient } from "../diary/holds/route";
import { GET as listOnlineNews } from "../diary/online/route";
import { POST as markOnlineSeen } from "../diary/online/seen/route";
import { GET as readDiary } from "../diary/route";
import { POST as askToChoose } from "../disruptions/[id]/ask/route";
import { POST as noteCall } from "../disruptions/[id]/called/route";
import { POST as movePlanned } from "../disruptions/[id]/moves/route";
import { GET as planMoves } from "../disruptions/[id]/plan/route";
import { PUT as saveDraft } from "../drafts/route";
import { GET as openEvents } from "../events/route";
import { POST as completeFactorLink } from "../factor-links/complete/route";
import { POST as openFactorLink } from "../factor-links/route";
import { POST as repairRegistration } from "../failed-registrations/[id]/repair/route";
import { POST as changeGuardianship } from "../guardianships/[id]/change/route";
import { POST as confirmChild } from "../guardianships/[id]/confirm/route";
import { POST as endGuardianship } from "../guardianships/[id]/end/route";
import { POST as linkGuardian } from "../guardianships/[id]/login-links/route";
import { POST as renewGuardianTries } from "../guardianships/[id]/tries/route";
import { POST as releaseHold } from "../holds/[id]/release/route";
import { POST as holdTime } from "../holds/route";
import { GET as listIntegrations } from "../integrations/route";
import { POST as cancelLogin } from "../login/cancel/route";
import { POST as switchLoginFactor } from "../login/factor/route";
import { POST as chooseMembership } from "../login/membership/route";
import { POST as loginPasskeyOptions } from "../login/passkey-options/route";
import { POST as resendLoginCode } from "../login/resend/route";
import { POST as startLogin } from "../login/route";
import { POST as eraseLogin } from "../logins/[id]/erasure/route";
import { POST as resetFactors } from "../logins/[id]/reset-factors/route";
import { POST as unlockLogin } from "../logins/[id]/unlock/route";
import { POST as completePasswordReset } from "../password-resets/complete/route";
import { POST as requestPasswordReset } from "../password-resets/route";
import { POST as changeContact } from "../patients/[id]/contact/route";
import { POST as inviteGuardian } from "../patients/[id]/guardians/route";
import { POST as createLoginLink } from "../patients/[id]/login-links/route";
import { POST as waiveMobileWait } from "../patients/[id]/mobile-waiver/route";
import { GET as searchRecords } from "../patients/route";
import { POST as resendRegistrationCode } from "../registrations/code/resend/route";
import { POST as enterRegistrationCode } from "../registrations/code/route";
import { POST as confirmRegistrationDetails } from "../registrations/confirm/route";
import { POST as changeRegistrationEmail } from "../registrations/email/change/route";
import { POST as resendRegistrationMail } from "../registrations/email/resend/route";
import { POST as proveRegistrationEmail } from "../registrations/email/route";
import { POST as createPassword } from "../registrations/password/route";
import { POST as answerRegistrationQuestion } from "../registrations/question/route";
import { POST as startRegistration } from "../registrations/route";
import { POST as acceptTerms } from "../registrations/terms/route";
import { POST as completeSetUp } from "../set-ups/complete/route";
import { POST as beginSetUpPasskey } from "../set-ups/passkey/route";
import { POST as chooseSetUpPassword } from "../set-ups/password/route";
import { POST as changeBookingRules } from "../settings/booking-rules/route";
import { POST as changeChair } from "../settings/chairs/[id]/route";
import { POST as addChair } from "../settings/chairs/route";
import { POST as removeClosure } from "../settings/closures/[id]/remove/route";
import { POST as addClosure } from "../settings/closures/route";
import { POST as changeDayHours } from "../settings/day-hours/route";
import { GET as previewOwnLoginAge } from "../settings/guardian-age/preview/route";
import { POST as changeOwnLoginAge } from "../settings/guardian-age/route";
import { POST as changeLocation } from "../settings/locations/[id]/route";
import { POST as addLocation } from "../settings/locations/route";
import { POST as changeOpeningHours } from "../settings/opening-hours/route";
import { POST as changeQuietHours } from "../settings/quiet-hours/route";
import { POST as changeReminderRule } from "../settings/reminders/[id]/change/route";
import { POST as addReminderRule } from "../settings/reminders/route";
import { GET as previewRetention } from "../settings/retention/preview/route";
import { POST as changeRetention } from "../settings/retention/route";
import { POST as removeTimeOff } from "../settings/time-off/[id]/remove/route";
import { POST as addTimeOff } from "../settings/time-off/route";
import { POST as previewTimes } from "../settings/times/preview/route";
import { POST as changeVisitType } from "../settings/visit-types/[id]/route";
import { POST as orderVisitTypes } from "../settings/visit-types/order/route";
import { POST as addVisitType } from "../settings/visit-types/route";
import { POST as changeWorkingHours } from "../settings/working-hours/route";
import { GET as listSlots } from "../slots/route";
import { POST as completeStepUp } from "../step-up/complete/route";
import { POST as startStepUp } from "../step-up/route";
import { GET as readTerms } from "../terms/route";
import { GET as readThread, POST as sendMessage } from "../threads/[id]/messages/route";
import { POST as markThreadRead } from "../threads/[id]/read/route";
import { GET as listThreads, POST as startThread } from "../threads/route";
import { POST as recordAlignerChange } from "../treatment/aligner-changes/route";
import { GET as readTreatment } from "../treatment/route";
import { GET as viewUpload } from "../uploads/[id]/route";
import { POST as storeUpload } from "../uploads/route";
import { POST as confirmVisit } from "../visit-links/confirm/route";
import { GET as listVisitTypes } from "../visit-types/route";
import { POST as leaveWaitingList } from "../waiting-list/[id]/leave/route";
import { POST as offerByHand } from "../waiting-list/entries/[id]/offer/route";
import { POST as removeFromWaitingList } from "../waiting-list/entries/[id]/remove/route";
import {
  POST as addToWaitingList,
  GET as listWaitingPatients,
} from "../waiting-list/entries/route";
import { POST as acceptOffer } from "../waiting-list/offers/[id]/accept/route";
import { POST as declineOffer } from "../waiting-list/offers/[id]/decline/route";
import { POST as joinWaitingList, GET as listWaiting } from "../waiting-list/route";

/** Every server route of ours. A test compares this with the files under `src/app/api`. */
export const registeredRoutes: readonly RegisteredHandler[] = [
  listSessions,
  endOtherSessions,
  endSession,
  stayLoggedIn,
  changeLanguage,
  changeProfile,
  chooseNotification,
  changePassword,
  startMobileChange,
  resendMobileCode,
  confirmMobileChange,
  cancelMobileChange,
  undoEmailChange,
  requestEmailChange,
  resendEmailChange,
  confirmEmailChange,
  cancelEmailChange,
  callback,
  csrf,
  session,
  signout,
  chooseMembership,
  resendLoginCode,
  startLogin,
  cancelLogin,
  switchLoginFactor,
  loginPasskeyOptions,
  startStepUp,
  listFactors,
  addAuthenticator,
  confirmAuthenticator,
  addPasskey,
  confirmPasskey,
  renameFactor,
  removeFactor,
  makeRecoveryCodes,
  resetFactors,
  openFactorLink,
  completeFactorLink,
  completeStepUp,
  completePasswordReset,
  requestPasswordReset,
  readTreatment,
  recordAlignerChange,
  listVisitTypes,
  confirmVisit,
  listSlots,
  holdTime,
  releaseHold,
  listAppointments,
  bookAppointment,
  rescheduleAppointment,
  withdrawWish,
  cancelAppointment,
  downloadVisit,
  makeCalendarAddress,
  removeCalendarAddress,
  readCalendarFeed,
  readDiary,
  bookForPatient,
  moveAppointment,
  cancelByPractice,
  approveRequest,
  declineRequest,
  markArrived,
  markSeated,
  markCompleted,
  markNoShow,
  readVisit,
  undoMark,
  holdForPatient,
  releaseDeskHold,
  listOnlineNews,
  markOnlineSeen,
  answerRegistrationQuestion,
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
  inviteGuardian,
  linkGuardian,
  changeGuardianship,
  endGuardianship,
  renewGuardianTries,
  confirmChild,
  changeContact,
  waiveMobileWait,
  unlockLogin,
  eraseLogin,
  eraseOwnLogin,
  repairRegistration,
  attendDelivery,
  chooseSetUpPassword,
  beginSetUpPasskey,
  completeSetUp,
  searchRecords,
  listIntegrations,
  exportAudit,
  exportOwnData,
  previewRetention,
  changeRetention,
  changeQuietHours,
  addReminderRule,
  changeReminderRule,
  askToChoose,
  noteCall,
  movePlanned,
  planMoves,
  changeBookingRules,
  changeChair,
  addChair,
  removeClosure,
  addClosure,
  changeDayHours,
  changeLocation,
  addLocation,
  changeOpeningHours,
  removeTimeOff,
  addTimeOff,
  previewTimes,
  changeVisitType,
  orderVisitTypes,
  addVisitType,
  changeWorkingHours,
  previewOwnLoginAge,
  changeOwnLoginAge,
  listThreads,
  startThread,
  readThread,
  sendMessage,
  markThreadRead,
  openEvents,
  saveDraft,
  storeUpload,
  viewUpload,
  listWaiting,
  joinWaitingList,
  leaveWaitingList,
  acceptOffer,
  declineOffer,
  listWaitingPatients,
  addToWaitingList,
  removeFromWaitingList,
  offerByHand,
];
