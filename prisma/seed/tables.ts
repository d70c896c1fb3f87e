import type { Prisma } from "@/db/generated/client";

/** Every table the seed fills, in the order that foreign keys need. */
interface Tables {
  "identity.practice": Prisma.PracticeCreateManyInput;
  "identity.person": Prisma.PersonCreateManyInput;
  "identity.login": Prisma.LoginCreateManyInput;
  "identity.credential": Prisma.CredentialCreateManyInput;
  "identity.factor": Prisma.FactorCreateManyInput;
  "identity.lock_counter": Prisma.LockCounterCreateManyInput;
  "identity.token": Prisma.TokenCreateManyInput;
  "tenant.practice_settings": Prisma.PracticeSettingsCreateManyInput;
  "tenant.terms": Prisma.TermsCreateManyInput;
  "tenant.location": Prisma.LocationCreateManyInput;
  "tenant.chair": Prisma.ChairCreateManyInput;
  "tenant.opening_hours": Prisma.OpeningHoursCreateManyInput;
  "tenant.closure": Prisma.ClosureCreateManyInput;
  "tenant.practitioner": Prisma.PractitionerCreateManyInput;
  "tenant.practitioner_hours": Prisma.PractitionerHoursCreateManyInput;
  "tenant.practitioner_hours_exception": Prisma.PractitionerHoursExceptionCreateManyInput;
  "tenant.time_off": Prisma.TimeOffCreateManyInput;
  "tenant.absence_cover": Prisma.AbsenceCoverCreateManyInput;
  "tenant.visit_type": Prisma.VisitTypeCreateManyInput;
  "tenant.visit_type_practitioner": Prisma.VisitTypePractitionerCreateManyInput;
  "tenant.reminder_rule": Prisma.ReminderRuleCreateManyInput;
  "tenant.pms_connection": Prisma.PmsConnectionCreateManyInput;
  "tenant.patient": Prisma.PatientCreateManyInput;
  "tenant.pms_conflict": Prisma.PmsConflictCreateManyInput;
  "tenant.membership": Prisma.MembershipCreateManyInput;
  "tenant.guardianship": Prisma.GuardianshipCreateManyInput;
  "tenant.notification_choice": Prisma.NotificationChoiceCreateManyInput;
  "tenant.upload": Prisma.UploadCreateManyInput;
  "tenant.treatment_plan": Prisma.TreatmentPlanCreateManyInput;
  "tenant.plan_version": Prisma.PlanVersionCreateManyInput;
  "tenant.treatment_series": Prisma.TreatmentSeriesCreateManyInput;
  "tenant.stage": Prisma.StageCreateManyInput;
  "tenant.plan_adjustment": Prisma.PlanAdjustmentCreateManyInput;
  "tenant.aligner_change": Prisma.AlignerChangeCreateManyInput;
  "tenant.plan_pause": Prisma.PlanPauseCreateManyInput;
  "tenant.stage_extension": Prisma.StageExtensionCreateManyInput;
  "tenant.backtrack": Prisma.BacktrackCreateManyInput;
  "tenant.stop_release": Prisma.StopReleaseCreateManyInput;
  "tenant.wear_log": Prisma.WearLogCreateManyInput;
  "tenant.check_in": Prisma.CheckInCreateManyInput;
  "tenant.check_in_photo": Prisma.CheckInPhotoCreateManyInput;
  "tenant.aligner_problem": Prisma.AlignerProblemCreateManyInput;
  "tenant.appointment": Omit<Prisma.AppointmentCreateManyInput, "practitionerBusy" | "chairBusy">;
  "tenant.appointment_event": Prisma.AppointmentEventCreateManyInput;
  "tenant.disruption": Prisma.DisruptionCreateManyInput;
  "tenant.disrupted_visit": Prisma.DisruptedVisitCreateManyInput;
  "tenant.waiting_list_entry": Prisma.WaitingListEntryCreateManyInput;
  "tenant.thread": Prisma.ThreadCreateManyInput;
  "tenant.message": Prisma.MessageCreateManyInput;
  "tenant.message_attachment": Prisma.MessageAttachmentCreateManyInput;
  "tenant.thread_reader": Prisma.ThreadReaderCreateManyInput;
  "tenant.thread_event": Prisma.ThreadEventCreateManyInput;
  "tenant.message_template": Prisma.MessageTemplateCreateManyInput;
  "tenant.practice_lab": Prisma.PracticeLabCreateManyInput;
  "tenant.lab_connection": Prisma.LabConnectionCreateManyInput;
  "tenant.lab_connection_event": Prisma.LabConnectionEventCreateManyInput;
  "tenant.lab_case": Prisma.LabCaseCreateManyInput;
  "tenant.case_event": Prisma.CaseEventCreateManyInput;
  "tenant.case_file": Prisma.CaseFileCreateManyInput;
  "tenant.lab_plan_review": Prisma.LabPlanReviewCreateManyInput;
  "tenant.login_link": Prisma.LoginLinkCreateManyInput;
  "tenant.failed_registration": Prisma.FailedRegistrationCreateManyInput;
  "tenant.delivery": Prisma.DeliveryCreateManyInput;
  "tenant.care_article": Prisma.CareArticleCreateManyInput;
  "tenant.care_feedback": Prisma.CareFeedbackCreateManyInput;
  "tenant.audit_entry": Prisma.AuditEntryCreateManyInput;
}

export type TableName = keyof Tables;
export type RowOf<Name extends TableName> = Tables[Name];

const inOrder: Record<TableName, true> = {
  "identity.practice": true,
  "identity.person": true,
  "identity.login": true,
  "identity.credential": true,
  "identity.factor": true,
  "identity.lock_counter": true,
  "identity.token": true,
  "tenant.practice_settings": true,
  "tenant.terms": true,
  "tenant.location": true,
  "tenant.chair": true,
  "tenant.opening_hours": true,
  "tenant.closure": true,
  "tenant.practitioner": true,
  "tenant.practitioner_hours": true,
  "tenant.practitioner_hours_exception": true,
  "tenant.time_off": true,
  "tenant.absence_cover": true,
  "tenant.visit_type": true,
  "tenant.visit_type_practitioner": true,
  "tenant.reminder_rule": true,
  "tenant.pms_connection": true,
  "tenant.patient": true,
  "tenant.pms_conflict": true,
  "tenant.membership": true,
  "tenant.guardianship": true,
  "tenant.notification_choice": true,
  "tenant.upload": true,
  "tenant.treatment_plan": true,
  "tenant.plan_version": true,
  "tenant.treatment_series": true,
  "tenant.stage": true,
  "tenant.plan_adjustment": true,
  "tenant.aligner_change": true,
  "tenant.plan_pause": true,
  "tenant.stage_extension": true,
  "tenant.backtrack": true,
  "tenant.stop_release": true,
  "tenant.wear_log": true,
  "tenant.check_in": true,
  "tenant.check_in_photo": true,
  "tenant.appointment": true,
  "tenant.appointment_event": true,
  "tenant.disruption": true,
  "tenant.disrupted_visit": true,
  "tenant.waiting_list_entry": true,
  "tenant.thread": true,
  "tenant.aligner_problem": true,
  "tenant.message": true,
  "tenant.message_attachment": true,
  "tenant.thread_reader": true,
  "tenant.thread_event": true,
  "tenant.message_template": true,
  "tenant.practice_lab": true,
  "tenant.lab_connection": true,
  "tenant.lab_connection_event": true,
  "tenant.lab_case": true,
  "tenant.case_event": true,
  "tenant.case_file": true,
  "tenant.lab_plan_review": true,
  "tenant.login_link": true,
  "tenant.failed_registration": true,
  "tenant.delivery": true,
  "tenant.care_article": true,
  "tenant.care_feedback": true,
  "tenant.audit_entry": true,
};

/** Insertion order of an object's text keys is their order of iteration. */
export const tableNames = Object.keys(inOrder).filter(isTableName);

function isTableName(name: string): name is TableName {
  return name in inOrder;
}
