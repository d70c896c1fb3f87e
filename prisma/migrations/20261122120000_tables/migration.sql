-- Every table, type and index, generated from prisma/schema. What the schema cannot say follows in guards.
-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "identity";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "reference";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "tenant";

-- CreateEnum
CREATE TYPE "tenant"."appointment_state" AS ENUM ('held', 'requested', 'booked', 'confirmed', 'arrived', 'in_chair', 'completed', 'cancelled', 'no_show', 'released');

-- CreateEnum
CREATE TYPE "tenant"."cancelled_by" AS ENUM ('patient', 'guardian', 'orthodontist', 'staff', 'admin', 'practice', 'pms');

-- CreateEnum
CREATE TYPE "tenant"."booked_from" AS ENUM ('portal', 'desk', 'pms');

-- CreateEnum
CREATE TYPE "tenant"."case_state" AS ENUM ('draft', 'queued', 'sending', 'sent', 'received', 'in_review', 'needs_records', 'rejected', 'planning', 'plan_ready', 'approved', 'in_production', 'shipped', 'at_practice', 'in_treatment', 'completed', 'held_for_reauthentication', 'send_failed', 'delivery_unknown', 'on_hold', 'cancelled');

-- CreateEnum
CREATE TYPE "tenant"."delivery_kind" AS ENUM ('mail', 'sms', 'pms_update', 'lab_case');

-- CreateEnum
CREATE TYPE "tenant"."delivery_state" AS ENUM ('queued', 'sending', 'sent', 'delivered', 'undelivered', 'unknown', 'dropped');

-- CreateEnum
CREATE TYPE "identity"."login_status" AS ENUM ('issued', 'active', 'disabled');

-- CreateEnum
CREATE TYPE "identity"."role" AS ENUM ('patient', 'guardian', 'orthodontist', 'staff', 'admin');

-- CreateEnum
CREATE TYPE "identity"."factor_kind" AS ENUM ('sms', 'totp', 'passkey', 'recovery_code');

-- CreateEnum
CREATE TYPE "identity"."code_purpose" AS ENUM ('login', 'registration', 'new_mobile', 'step_up');

-- CreateEnum
CREATE TYPE "identity"."token_purpose" AS ENUM ('password_reset', 'registration_email', 'login_link', 'email_change', 'email_undo', 'appointment_confirmation', 'calendar_feed', 'first_admin');

-- CreateEnum
CREATE TYPE "identity"."registration_step" AS ENUM ('confirm', 'code', 'question', 'password', 'email', 'terms', 'done', 'failed');

-- CreateEnum
CREATE TYPE "identity"."session_end" AS ENUM ('logout', 'expired', 'revoked', 'password_reset', 'role_change', 'replaced');

-- CreateEnum
CREATE TYPE "tenant"."link_delivery" AS ENUM ('mail', 'sms', 'show');

-- CreateEnum
CREATE TYPE "tenant"."link_purpose" AS ENUM ('registration', 'password');

-- CreateEnum
CREATE TYPE "tenant"."failed_registration_cause" AS ENUM ('no_record', 'two_records', 'wrong_number_field', 'landline', 'archived', 'locked', 'link_expired', 'text_undelivered');

-- CreateEnum
CREATE TYPE "tenant"."thread_state" AS ENUM ('open', 'waiting', 'closed');

-- CreateEnum
CREATE TYPE "tenant"."guardian_rights" AS ENUM ('full', 'view');

-- CreateEnum
CREATE TYPE "tenant"."time_off_kind" AS ENUM ('time_off', 'break');

-- CreateEnum
CREATE TYPE "tenant"."slot_mode" AS ENUM ('packed', 'grid');

-- CreateEnum
CREATE TYPE "tenant"."portal_status" AS ENUM ('none', 'invited', 'registered');

-- CreateEnum
CREATE TYPE "tenant"."arch" AS ENUM ('upper', 'lower');

-- CreateEnum
CREATE TYPE "tenant"."series_kind" AS ENUM ('initial', 'refinement', 'midcourse_correction', 'retention');

-- CreateEnum
CREATE TYPE "tenant"."stage_kind" AS ENUM ('aligner', 'passive', 'overcorrection', 'retainer', 'template');

-- CreateEnum
CREATE TYPE "tenant"."stop_kind" AS ENUM ('none', 'visit', 'photo_check_in');

-- CreateEnum
CREATE TYPE "tenant"."check_in_state" AS ENUM ('requested', 'submitted', 'go', 'not_yet', 'cancelled');

-- CreateEnum
CREATE TYPE "tenant"."problem_kind" AS ENUM ('lost', 'cracked', 'ill_fitting', 'other');

-- CreateEnum
CREATE TYPE "tenant"."upload_kind" AS ENUM ('photo', 'pdf', 'scan');

-- CreateEnum
CREATE TYPE "tenant"."upload_state" AS ENUM ('receiving', 'stored', 'removed');

-- CreateTable
CREATE TABLE "tenant"."visit_type" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "buffer_before_minutes" INTEGER NOT NULL DEFAULT 0,
    "buffer_after_minutes" INTEGER NOT NULL DEFAULT 0,
    "lead_minutes" INTEGER NOT NULL DEFAULT 120,
    "horizon_days" INTEGER,
    "daily_limit" INTEGER,
    "needs_approval" BOOLEAN NOT NULL DEFAULT false,
    "bookable_online" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "visit_type_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."visit_type_practitioner" (
    "practice_id" UUID NOT NULL,
    "visit_type_id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,

    CONSTRAINT "visit_type_practitioner_pkey" PRIMARY KEY ("practice_id","visit_type_id","practitioner_id")
);

-- CreateTable
CREATE TABLE "tenant"."appointment" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "visit_type_id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "chair_id" UUID,
    "location_id" UUID NOT NULL,
    "state" "tenant"."appointment_state" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "practitioner_busy_from_at" TIMESTAMPTZ(3) NOT NULL,
    "practitioner_busy_until_at" TIMESTAMPTZ(3) NOT NULL,
    "chair_busy_from_at" TIMESTAMPTZ(3) NOT NULL,
    "chair_busy_until_at" TIMESTAMPTZ(3) NOT NULL,
    "practitioner_busy" tstzrange,
    "chair_busy" tstzrange,
    "hold_expires_at" TIMESTAMPTZ(3),
    "replaces_appointment_id" UUID,
    "booked_from" "tenant"."booked_from" NOT NULL DEFAULT 'portal',
    "booked_by_person_id" UUID,
    "cancelled_by" "tenant"."cancelled_by",
    "cancel_reason" TEXT,
    "cancelled_late" BOOLEAN,
    "calendar_sequence" INTEGER NOT NULL DEFAULT 0,
    "pms_appointment_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."appointment_event" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "appointment_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "from_state" "tenant"."appointment_state",
    "to_state" "tenant"."appointment_state" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_person_id" UUID,
    "actor_role" "identity"."role",
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "appointment_event_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."reminder_rule" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "visit_type_id" UUID,
    "minutes_before" INTEGER NOT NULL,
    "channel" "tenant"."delivery_kind" NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "reminder_rule_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."reminder" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "appointment_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "delivery_id" UUID,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."waiting_list_entry" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "visit_type_id" UUID NOT NULL,
    "practitioner_id" UUID,
    "appointment_id" UUID,
    "earliest_on" DATE,
    "latest_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "waiting_list_entry_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."waiting_list_offer" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "waiting_list_offer_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."audit_entry" (
    "id" UUID NOT NULL,
    "practice_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_person_id" UUID,
    "actor_login_id" UUID,
    "actor_role" "identity"."role",
    "actor_name" TEXT,
    "action" TEXT NOT NULL,
    "object_kind" TEXT,
    "object_id" UUID,
    "patient_id" UUID,
    "address" TEXT,
    "request_id" TEXT,
    "detail" JSONB,
    "sequence" BIGINT,
    "previous_hash" BYTEA,
    "hash" BYTEA,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tenant"."care_article" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "stage_kind" TEXT,
    "published" BOOLEAN NOT NULL DEFAULT true,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "care_article_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."care_feedback" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "helpful" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "care_feedback_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."practice_lab" (
    "practice_id" UUID NOT NULL,
    "lab_id" UUID NOT NULL,
    "enabled_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "practice_lab_pkey" PRIMARY KEY ("practice_id","lab_id")
);

-- CreateTable
CREATE TABLE "tenant"."lab_connection" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "lab_id" UUID NOT NULL,
    "lab_user_name" TEXT,
    "sealed_tokens" BYTEA,
    "tokens_key_id" TEXT,
    "last_authenticated_at" TIMESTAMPTZ(3),
    "last_accepted_scan_at" TIMESTAMPTZ(3),
    "refused_by_lab_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "last_success_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lab_connection_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."lab_connection_event" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "actor_person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "detail" JSONB,

    CONSTRAINT "lab_connection_event_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."lab_notice" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "days_before" INTEGER NOT NULL,
    "delivery_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lab_notice_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."lab_case" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "patient_id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "lab_id" UUID NOT NULL,
    "state" "tenant"."case_state" NOT NULL DEFAULT 'draft',
    "prescription" JSONB NOT NULL,
    "consent_at" TIMESTAMPTZ(3),
    "lab_case_id" TEXT,
    "idempotency_key" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3),
    "shipped_at" TIMESTAMPTZ(3),
    "tracking" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lab_case_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."case_event" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "from_state" "tenant"."case_state",
    "to_state" "tenant"."case_state" NOT NULL,
    "actor_person_id" UUID,
    "actor_role" "identity"."role",
    "reason" TEXT,
    "lab_event_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."case_file" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "upload_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "arch" "tenant"."arch",
    "position" INTEGER NOT NULL DEFAULT 0,
    "accepted_by_lab_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."lab_plan_review" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "lab_plan_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "decision" TEXT,
    "comments" TEXT,
    "decided_by_person_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "lab_plan_review_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."delivery" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "tenant"."delivery_kind" NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" "tenant"."delivery_state" NOT NULL DEFAULT 'queued',
    "patient_id" UUID,
    "person_id" UUID,
    "recipient" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "content" JSONB NOT NULL,
    "sealed_secret" BYTEA,
    "secret_key_id" TEXT,
    "message_id" TEXT,
    "provider_id" TEXT,
    "segments" INTEGER,
    "price_micros" BIGINT,
    "price_currency" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "first_tried_at" TIMESTAMPTZ(3),
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_until_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."idempotency_key" (
    "practice_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "body_digest" BYTEA NOT NULL,
    "status" INTEGER,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("practice_id","person_id","key")
);

-- CreateTable
CREATE TABLE "identity"."practice" (
    "id" UUID NOT NULL,
    "short_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "default_country" TEXT NOT NULL,
    "allowed_countries" TEXT[],
    "support_phone" TEXT NOT NULL,
    "support_email" TEXT NOT NULL,
    "mail_from" TEXT NOT NULL,
    "accent_colour" TEXT,
    "sms_daily_cap" INTEGER NOT NULL DEFAULT 200,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "practice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."person" (
    "id" UUID NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "preferred_name" TEXT,
    "date_of_birth" DATE,
    "language" TEXT NOT NULL DEFAULT 'en',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."login" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "home_practice_id" UUID NOT NULL,
    "login_name" TEXT NOT NULL,
    "status" "identity"."login_status" NOT NULL DEFAULT 'issued',
    "email" TEXT,
    "email_folded" TEXT,
    "email_verified_at" TIMESTAMPTZ(3),
    "mobile" TEXT,
    "mobile_verified_at" TIMESTAMPTZ(3),
    "mobile_usable_from_at" TIMESTAMPTZ(3),
    "registered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "login_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."retired_login_name" (
    "login_name" TEXT NOT NULL,
    "retired_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retired_login_name_pkey" PRIMARY KEY ("login_name")
);

-- CreateTable
CREATE TABLE "identity"."credential" (
    "login_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("login_id")
);

-- CreateTable
CREATE TABLE "identity"."factor" (
    "id" UUID NOT NULL,
    "login_id" UUID NOT NULL,
    "kind" "identity"."factor_kind" NOT NULL,
    "label" TEXT,
    "sealed_secret" BYTEA,
    "passkey_id" BYTEA,
    "passkey_public_key" BYTEA,
    "passkey_counter" BIGINT,
    "last_totp_step" BIGINT,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "used_up_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."login_challenge" (
    "id" UUID NOT NULL,
    "login_id" UUID NOT NULL,
    "cookie_digest" BYTEA NOT NULL,
    "lock_key" BYTEA NOT NULL,
    "factor" "identity"."factor_kind" NOT NULL,
    "known_browser" BOOLEAN NOT NULL DEFAULT false,
    "practice_id" UUID NOT NULL,
    "next" TEXT,
    "failed_codes" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "login_challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."one_time_code" (
    "id" UUID NOT NULL,
    "purpose" "identity"."code_purpose" NOT NULL,
    "challenge_id" UUID NOT NULL,
    "login_id" UUID,
    "practice_id" UUID NOT NULL,
    "mobile" TEXT NOT NULL,
    "code_hmac" BYTEA NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."session" (
    "id" UUID NOT NULL,
    "login_id" UUID NOT NULL,
    "token_digest" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "role" "identity"."role" NOT NULL,
    "idle_minutes" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "factor_at" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT,
    "browser" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" "identity"."session_end",

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."known_browser" (
    "id" UUID NOT NULL,
    "login_id" UUID NOT NULL,
    "digest" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_browser_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."lock_counter" (
    "key" BYTEA NOT NULL,
    "login_id" UUID,
    "kind" TEXT NOT NULL,
    "consecutive_failures" INTEGER NOT NULL DEFAULT 0,
    "last_failure_at" TIMESTAMPTZ(3),
    "locked_until_at" TIMESTAMPTZ(3),
    "alerted_at" TIMESTAMPTZ(3),

    CONSTRAINT "lock_counter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "identity"."token" (
    "id" UUID NOT NULL,
    "purpose" "identity"."token_purpose" NOT NULL,
    "digest" BYTEA NOT NULL,
    "practice_id" UUID NOT NULL,
    "login_id" UUID,
    "patient_id" UUID,
    "subject_id" UUID,
    "email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."registration" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "cookie_digest" BYTEA NOT NULL,
    "step" "identity"."registration_step" NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "date_of_birth" DATE NOT NULL,
    "email" TEXT NOT NULL,
    "mobile" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "patient_id" UUID,
    "guardian_id" UUID,
    "login_id" UUID,
    "login_link_id" UUID,
    "code_verified_at" TIMESTAMPTZ(3),
    "password_hash" TEXT,
    "email_confirmed_at" TIMESTAMPTZ(3),
    "terms_version" TEXT,
    "moved_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "identity"."clock_offset" (
    "id" BOOLEAN NOT NULL DEFAULT true,
    "offset_ms" BIGINT NOT NULL,

    CONSTRAINT "clock_offset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tenant"."login_link" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "purpose" "tenant"."link_purpose" NOT NULL,
    "deliver" "tenant"."link_delivery" NOT NULL,
    "created_by_person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "login_link_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."failed_registration" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "cause" "tenant"."failed_registration_cause" NOT NULL,
    "patient_id" UUID,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "date_of_birth" DATE NOT NULL,
    "email" TEXT NOT NULL,
    "mobile" TEXT NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL,
    "repaired_at" TIMESTAMPTZ(3),
    "repaired_by_person_id" UUID,

    CONSTRAINT "failed_registration_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."thread" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "state" "tenant"."thread_state" NOT NULL DEFAULT 'open',
    "with_staff" BOOLEAN NOT NULL DEFAULT false,
    "assigned_to_person_id" UUID,
    "snoozed_until_at" TIMESTAMPTZ(3),
    "about_kind" TEXT,
    "about_id" UUID,
    "last_message_at" TIMESTAMPTZ(3) NOT NULL,
    "last_message_by_patient" BOOLEAN NOT NULL DEFAULT true,
    "message_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_person_id" UUID NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "thread_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."message" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "author_person_id" UUID NOT NULL,
    "author_role" "identity"."role" NOT NULL,
    "author_name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "client_key" TEXT,

    CONSTRAINT "message_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."message_attachment" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "upload_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "message_attachment_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."thread_reader" (
    "practice_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "read_up_to" INTEGER NOT NULL DEFAULT 0,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_reader_pkey" PRIMARY KEY ("practice_id","thread_id","person_id")
);

-- CreateTable
CREATE TABLE "tenant"."message_draft" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "thread_id" UUID,
    "patient_id" UUID NOT NULL,
    "subject" TEXT,
    "body" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_draft_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."message_template" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_template_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."absence_cover" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "covered_by_person_id" UUID,
    "from_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "reply_words" TEXT,

    CONSTRAINT "absence_cover_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."notice_bundle" (
    "practice_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "delivery_id" UUID,

    CONSTRAINT "notice_bundle_pkey" PRIMARY KEY ("practice_id","thread_id","person_id")
);

-- CreateTable
CREATE TABLE "tenant"."membership" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "login_id" UUID NOT NULL,
    "role" "identity"."role" NOT NULL,
    "patient_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."guardianship" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "guardian_person_id" UUID NOT NULL,
    "rights" "tenant"."guardian_rights" NOT NULL DEFAULT 'full',
    "from_on" DATE NOT NULL,
    "until_on" DATE,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "birth_date_confirmed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT,

    CONSTRAINT "guardianship_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."practitioner" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "colour" TEXT,
    "accepts_online_bookings" BOOLEAN NOT NULL DEFAULT true,
    "pms_practitioner_id" TEXT,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "practitioner_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."practitioner_hours" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "opens_minute" INTEGER NOT NULL,
    "closes_minute" INTEGER NOT NULL,
    "valid_from_on" DATE,
    "valid_until_on" DATE,

    CONSTRAINT "practitioner_hours_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."practitioner_hours_exception" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "opens_minute" INTEGER NOT NULL,
    "closes_minute" INTEGER NOT NULL,

    CONSTRAINT "practitioner_hours_exception_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."time_off" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "kind" "tenant"."time_off_kind" NOT NULL DEFAULT 'time_off',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "time_off_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."notification_choice" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "mail" BOOLEAN NOT NULL DEFAULT true,
    "sms" BOOLEAN NOT NULL DEFAULT false,
    "push" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "notification_choice_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."push_subscription" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "keys" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "push_subscription_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."pms_connection" (
    "practice_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "base_url" TEXT,
    "sealed_credentials" BYTEA,
    "credentials_key_id" TEXT,
    "webhook_secret_sealed" BYTEA,
    "last_success_at" TIMESTAMPTZ(3),
    "last_failure_at" TIMESTAMPTZ(3),
    "last_failure" TEXT,
    "cursor_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pms_connection_pkey" PRIMARY KEY ("practice_id")
);

-- CreateTable
CREATE TABLE "tenant"."pms_conflict" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID,
    "field" TEXT NOT NULL,
    "ours" TEXT,
    "theirs" TEXT,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_person_id" UUID,
    "choice" TEXT,

    CONSTRAINT "pms_conflict_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."pms_webhook_receipt" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "event_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "pms_webhook_receipt_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."practice_settings" (
    "practice_id" UUID NOT NULL,
    "booking_notice_hours" INTEGER NOT NULL DEFAULT 4,
    "reschedule_notice_hours" INTEGER NOT NULL DEFAULT 24,
    "cancel_notice_hours" INTEGER NOT NULL DEFAULT 24,
    "horizon_days" INTEGER NOT NULL DEFAULT 90,
    "slot_mode" "tenant"."slot_mode" NOT NULL DEFAULT 'packed',
    "grid_minutes" INTEGER NOT NULL DEFAULT 15,
    "minimum_gap_minutes" INTEGER NOT NULL DEFAULT 0,
    "held_times_at_most" INTEGER NOT NULL DEFAULT 2,
    "own_login_from_age" INTEGER NOT NULL DEFAULT 16,
    "answer_hours" INTEGER NOT NULL DEFAULT 24,
    "staff_in_threads" BOOLEAN NOT NULL DEFAULT true,
    "answer_words" TEXT,
    "emergency_words" TEXT,
    "sms_monthly_budget_minor" INTEGER NOT NULL DEFAULT 10000,
    "sms_currency" TEXT NOT NULL DEFAULT 'EUR',
    "quiet_from_minute" INTEGER NOT NULL DEFAULT 1260,
    "quiet_until_minute" INTEGER NOT NULL DEFAULT 480,
    "retention_years" INTEGER NOT NULL DEFAULT 10,
    "phone_lookup" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "practice_settings_pkey" PRIMARY KEY ("practice_id")
);

-- CreateTable
CREATE TABLE "tenant"."terms" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "text" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "terms_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."location" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address_line1" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "phone" TEXT,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "location_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."chair" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "chair_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."opening_hours" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "opens_minute" INTEGER NOT NULL,
    "closes_minute" INTEGER NOT NULL,

    CONSTRAINT "opening_hours_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."closure" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "location_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "closure_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."patient" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "preferred_name" TEXT,
    "search_name" TEXT NOT NULL,
    "date_of_birth" DATE NOT NULL,
    "email" TEXT,
    "mobile_phone" TEXT,
    "home_phone" TEXT,
    "work_phone" TEXT,
    "address_line1" TEXT,
    "address_line2" TEXT,
    "town" TEXT,
    "postcode" TEXT,
    "emergency_contact_name" TEXT,
    "emergency_contact_phone" TEXT,
    "emergency_contact_relationship" TEXT,
    "practitioner_id" UUID,
    "login_id" UUID,
    "person_id" UUID,
    "pms_patient_id" TEXT,
    "portal_status" "tenant"."portal_status" NOT NULL DEFAULT 'none',
    "email_verified_at" TIMESTAMPTZ(3),
    "mobile_verified_at" TIMESTAMPTZ(3),
    "booking_restricted_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "archived_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "patient_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."patient_merge" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kept_patient_id" UUID NOT NULL,
    "merged_patient_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "by_person_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "patient_merge_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."import_run" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "cursor" JSONB,
    "counts" JSONB NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "reference"."lab" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "base_url" TEXT NOT NULL,
    "periodic_days" INTEGER NOT NULL,
    "inactive_days" INTEGER NOT NULL,
    "cut_over_at" TIMESTAMPTZ(3),
    "cut_over_counts_from" TIMESTAMPTZ(3),
    "rules_url" TEXT,

    CONSTRAINT "lab_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reference"."terms_template" (
    "id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "terms_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tenant"."treatment_plan" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "case_id" UUID,
    "current_version" INTEGER NOT NULL DEFAULT 1,
    "wear_goal_minutes" INTEGER NOT NULL DEFAULT 1320,
    "starts_on" DATE,
    "approved_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "problem_advice" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "treatment_plan_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."plan_version" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "created_by_person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_version_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."treatment_series" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "tenant"."series_kind" NOT NULL,
    "starts_on" DATE,
    "ended_on" DATE,

    CONSTRAINT "treatment_series_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."stage" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "arch" "tenant"."arch" NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "tenant"."stage_kind" NOT NULL DEFAULT 'aligner',
    "interval_days" INTEGER NOT NULL,
    "wear_goal_minutes" INTEGER,
    "stop_after" "tenant"."stop_kind" NOT NULL DEFAULT 'none',
    "attachments" JSONB,
    "ipr" JSONB,
    "note" TEXT,

    CONSTRAINT "stage_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."aligner_change" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "changed_on" DATE NOT NULL,
    "recorded_by_person_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "after_backtracks" INTEGER NOT NULL DEFAULT 0,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_person_id" UUID,

    CONSTRAINT "aligner_change_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."plan_pause" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,
    "reason" TEXT,
    "by_person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_pause_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."stage_extension" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "days" INTEGER NOT NULL,
    "reason" TEXT,
    "by_person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stage_extension_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."backtrack" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "arch" "tenant"."arch" NOT NULL,
    "to_stage_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "reason" TEXT,
    "by_person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "backtrack_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."stop_release" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "released_on" DATE NOT NULL,
    "by" "tenant"."stop_kind" NOT NULL,
    "appointment_id" UUID,
    "check_in_id" UUID,
    "by_person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stop_release_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."wear_log" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "minutes" INTEGER NOT NULL,
    "recorded_by_person_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wear_log_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."check_in" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "stage_id" UUID,
    "state" "tenant"."check_in_state" NOT NULL,
    "requested_by_person_id" UUID,
    "due_on" DATE,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "reviewed_at" TIMESTAMPTZ(3),
    "reviewed_by_person_id" UUID,

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."check_in_photo" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "check_in_id" UUID NOT NULL,
    "upload_id" UUID NOT NULL,
    "view" TEXT NOT NULL,
    "with_aligner" BOOLEAN NOT NULL,

    CONSTRAINT "check_in_photo_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."aligner_problem" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "kind" "tenant"."problem_kind" NOT NULL,
    "noticed_on" DATE NOT NULL,
    "upload_id" UUID,
    "thread_id" UUID,
    "words" TEXT,
    "reported_by_person_id" UUID NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "aligner_problem_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "tenant"."upload" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID,
    "uploaded_by_person_id" UUID NOT NULL,
    "kind" "tenant"."upload_kind" NOT NULL,
    "state" "tenant"."upload_state" NOT NULL DEFAULT 'receiving',
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" BYTEA,
    "width" INTEGER,
    "height" INTEGER,
    "storage_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "upload_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateIndex
CREATE INDEX "appointment_practice_id_patient_id_starts_at_idx" ON "tenant"."appointment"("practice_id", "patient_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointment_practice_id_practitioner_id_starts_at_idx" ON "tenant"."appointment"("practice_id", "practitioner_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointment_practice_id_chair_id_starts_at_idx" ON "tenant"."appointment"("practice_id", "chair_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointment_event_practice_id_appointment_id_idx" ON "tenant"."appointment_event"("practice_id", "appointment_id");

-- CreateIndex
CREATE INDEX "reminder_practice_id_due_at_idx" ON "tenant"."reminder"("practice_id", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_practice_id_appointment_id_rule_id_due_at_key" ON "tenant"."reminder"("practice_id", "appointment_id", "rule_id", "due_at");

-- CreateIndex
CREATE INDEX "audit_entry_practice_id_at_idx" ON "tenant"."audit_entry"("practice_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_practice_id_patient_id_at_idx" ON "tenant"."audit_entry"("practice_id", "patient_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_practice_id_sequence_key" ON "tenant"."audit_entry"("practice_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "care_article_practice_id_key_language_key" ON "tenant"."care_article"("practice_id", "key", "language");

-- CreateIndex
CREATE UNIQUE INDEX "care_feedback_practice_id_article_id_person_id_key" ON "tenant"."care_feedback"("practice_id", "article_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "lab_connection_practice_id_practitioner_id_lab_id_key" ON "tenant"."lab_connection"("practice_id", "practitioner_id", "lab_id");

-- CreateIndex
CREATE UNIQUE INDEX "lab_notice_practice_id_connection_id_kind_due_at_days_befor_key" ON "tenant"."lab_notice"("practice_id", "connection_id", "kind", "due_at", "days_before");

-- CreateIndex
CREATE INDEX "lab_case_practice_id_practitioner_id_state_idx" ON "tenant"."lab_case"("practice_id", "practitioner_id", "state");

-- CreateIndex
CREATE INDEX "lab_case_practice_id_patient_id_idx" ON "tenant"."lab_case"("practice_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "lab_case_practice_id_number_key" ON "tenant"."lab_case"("practice_id", "number");

-- CreateIndex
CREATE INDEX "case_event_practice_id_case_id_at_idx" ON "tenant"."case_event"("practice_id", "case_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "case_event_practice_id_case_id_lab_event_id_key" ON "tenant"."case_event"("practice_id", "case_id", "lab_event_id");

-- CreateIndex
CREATE UNIQUE INDEX "lab_plan_review_practice_id_case_id_number_key" ON "tenant"."lab_plan_review"("practice_id", "case_id", "number");

-- CreateIndex
CREATE INDEX "delivery_practice_id_state_next_try_at_idx" ON "tenant"."delivery"("practice_id", "state", "next_try_at");

-- CreateIndex
CREATE INDEX "delivery_practice_id_kind_created_at_idx" ON "tenant"."delivery"("practice_id", "kind", "created_at");

-- CreateIndex
CREATE INDEX "delivery_practice_id_provider_id_idx" ON "tenant"."delivery"("practice_id", "provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "practice_short_name_key" ON "identity"."practice"("short_name");

-- CreateIndex
CREATE UNIQUE INDEX "login_login_name_key" ON "identity"."login"("login_name");

-- CreateIndex
CREATE INDEX "login_email_folded_idx" ON "identity"."login"("email_folded");

-- CreateIndex
CREATE UNIQUE INDEX "factor_passkey_id_key" ON "identity"."factor"("passkey_id");

-- CreateIndex
CREATE INDEX "factor_login_id_idx" ON "identity"."factor"("login_id");

-- CreateIndex
CREATE UNIQUE INDEX "login_challenge_cookie_digest_key" ON "identity"."login_challenge"("cookie_digest");

-- CreateIndex
CREATE INDEX "login_challenge_login_id_idx" ON "identity"."login_challenge"("login_id");

-- CreateIndex
CREATE INDEX "one_time_code_challenge_id_idx" ON "identity"."one_time_code"("challenge_id");

-- CreateIndex
CREATE INDEX "one_time_code_login_id_sent_at_idx" ON "identity"."one_time_code"("login_id", "sent_at");

-- CreateIndex
CREATE INDEX "one_time_code_mobile_sent_at_idx" ON "identity"."one_time_code"("mobile", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_digest_key" ON "identity"."session"("token_digest");

-- CreateIndex
CREATE INDEX "session_login_id_idx" ON "identity"."session"("login_id");

-- CreateIndex
CREATE UNIQUE INDEX "known_browser_digest_key" ON "identity"."known_browser"("digest");

-- CreateIndex
CREATE INDEX "lock_counter_login_id_idx" ON "identity"."lock_counter"("login_id");

-- CreateIndex
CREATE UNIQUE INDEX "token_digest_key" ON "identity"."token"("digest");

-- CreateIndex
CREATE INDEX "token_login_id_idx" ON "identity"."token"("login_id");

-- CreateIndex
CREATE INDEX "token_subject_id_idx" ON "identity"."token"("subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_cookie_digest_key" ON "identity"."registration"("cookie_digest");

-- CreateIndex
CREATE INDEX "registration_expires_at_idx" ON "identity"."registration"("expires_at");

-- CreateIndex
CREATE INDEX "login_link_practice_id_patient_id_created_at_idx" ON "tenant"."login_link"("practice_id", "patient_id", "created_at");

-- CreateIndex
CREATE INDEX "login_link_practice_id_created_at_idx" ON "tenant"."login_link"("practice_id", "created_at");

-- CreateIndex
CREATE INDEX "failed_registration_practice_id_repaired_at_failed_at_idx" ON "tenant"."failed_registration"("practice_id", "repaired_at", "failed_at");

-- CreateIndex
CREATE INDEX "thread_practice_id_patient_id_last_message_at_idx" ON "tenant"."thread"("practice_id", "patient_id", "last_message_at");

-- CreateIndex
CREATE INDEX "thread_practice_id_state_last_message_at_idx" ON "tenant"."thread"("practice_id", "state", "last_message_at");

-- CreateIndex
CREATE INDEX "thread_practice_id_last_message_at_idx" ON "tenant"."thread"("practice_id", "last_message_at");

-- CreateIndex
CREATE UNIQUE INDEX "message_practice_id_thread_id_number_key" ON "tenant"."message"("practice_id", "thread_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "message_practice_id_author_person_id_client_key_key" ON "tenant"."message"("practice_id", "author_person_id", "client_key");

-- CreateIndex
CREATE INDEX "message_attachment_practice_id_message_id_idx" ON "tenant"."message_attachment"("practice_id", "message_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_attachment_practice_id_upload_id_key" ON "tenant"."message_attachment"("practice_id", "upload_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_draft_practice_id_person_id_thread_id_key" ON "tenant"."message_draft"("practice_id", "person_id", "thread_id");

-- CreateIndex
CREATE INDEX "membership_practice_id_person_id_idx" ON "tenant"."membership"("practice_id", "person_id");

-- CreateIndex
CREATE INDEX "membership_login_id_idx" ON "tenant"."membership"("login_id");

-- CreateIndex
CREATE INDEX "guardianship_practice_id_guardian_person_id_idx" ON "tenant"."guardianship"("practice_id", "guardian_person_id");

-- CreateIndex
CREATE INDEX "practitioner_practice_id_person_id_idx" ON "tenant"."practitioner"("practice_id", "person_id");

-- CreateIndex
CREATE INDEX "time_off_practice_id_practitioner_id_starts_at_idx" ON "tenant"."time_off"("practice_id", "practitioner_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_choice_practice_id_person_id_topic_key" ON "tenant"."notification_choice"("practice_id", "person_id", "topic");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscription_practice_id_endpoint_key" ON "tenant"."push_subscription"("practice_id", "endpoint");

-- CreateIndex
CREATE UNIQUE INDEX "pms_webhook_receipt_practice_id_event_id_key" ON "tenant"."pms_webhook_receipt"("practice_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "terms_practice_id_version_language_key" ON "tenant"."terms"("practice_id", "version", "language");

-- CreateIndex
CREATE INDEX "patient_practice_id_date_of_birth_idx" ON "tenant"."patient"("practice_id", "date_of_birth");

-- CreateIndex
CREATE INDEX "patient_practice_id_last_name_first_name_idx" ON "tenant"."patient"("practice_id", "last_name", "first_name");

-- CreateIndex
CREATE INDEX "patient_practice_id_practitioner_id_idx" ON "tenant"."patient"("practice_id", "practitioner_id");

-- CreateIndex
CREATE INDEX "patient_practice_id_mobile_phone_idx" ON "tenant"."patient"("practice_id", "mobile_phone");

-- CreateIndex
CREATE INDEX "patient_practice_id_email_idx" ON "tenant"."patient"("practice_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "lab_key_key" ON "reference"."lab"("key");

-- CreateIndex
CREATE UNIQUE INDEX "terms_template_language_version_key" ON "reference"."terms_template"("language", "version");

-- CreateIndex
CREATE INDEX "treatment_plan_practice_id_patient_id_idx" ON "tenant"."treatment_plan"("practice_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_version_practice_id_plan_id_version_key" ON "tenant"."plan_version"("practice_id", "plan_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "treatment_series_practice_id_plan_id_number_key" ON "tenant"."treatment_series"("practice_id", "plan_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "stage_practice_id_series_id_arch_number_key" ON "tenant"."stage"("practice_id", "series_id", "arch", "number");

-- CreateIndex
CREATE INDEX "aligner_change_practice_id_patient_id_idx" ON "tenant"."aligner_change"("practice_id", "patient_id");

-- CreateIndex
CREATE INDEX "plan_pause_practice_id_plan_id_idx" ON "tenant"."plan_pause"("practice_id", "plan_id");

-- CreateIndex
CREATE INDEX "stage_extension_practice_id_plan_id_idx" ON "tenant"."stage_extension"("practice_id", "plan_id");

-- CreateIndex
CREATE INDEX "backtrack_practice_id_plan_id_idx" ON "tenant"."backtrack"("practice_id", "plan_id");

-- CreateIndex
CREATE INDEX "stop_release_practice_id_plan_id_idx" ON "tenant"."stop_release"("practice_id", "plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "wear_log_practice_id_patient_id_on_key" ON "tenant"."wear_log"("practice_id", "patient_id", "on");

-- CreateIndex
CREATE INDEX "check_in_practice_id_state_idx" ON "tenant"."check_in"("practice_id", "state");

-- CreateIndex
CREATE INDEX "upload_practice_id_patient_id_idx" ON "tenant"."upload"("practice_id", "patient_id");

-- AddForeignKey
ALTER TABLE "tenant"."visit_type_practitioner" ADD CONSTRAINT "visit_type_practitioner_practice_id_visit_type_id_fkey" FOREIGN KEY ("practice_id", "visit_type_id") REFERENCES "tenant"."visit_type"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."visit_type_practitioner" ADD CONSTRAINT "visit_type_practitioner_practice_id_practitioner_id_fkey" FOREIGN KEY ("practice_id", "practitioner_id") REFERENCES "tenant"."practitioner"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."appointment" ADD CONSTRAINT "appointment_practice_id_patient_id_fkey" FOREIGN KEY ("practice_id", "patient_id") REFERENCES "tenant"."patient"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."appointment" ADD CONSTRAINT "appointment_practice_id_visit_type_id_fkey" FOREIGN KEY ("practice_id", "visit_type_id") REFERENCES "tenant"."visit_type"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."appointment" ADD CONSTRAINT "appointment_practice_id_practitioner_id_fkey" FOREIGN KEY ("practice_id", "practitioner_id") REFERENCES "tenant"."practitioner"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."appointment" ADD CONSTRAINT "appointment_practice_id_chair_id_fkey" FOREIGN KEY ("practice_id", "chair_id") REFERENCES "tenant"."chair"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."appointment" ADD CONSTRAINT "appointment_practice_id_location_id_fkey" FOREIGN KEY ("practice_id", "location_id") REFERENCES "tenant"."location"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."appointment_event" ADD CONSTRAINT "appointment_event_practice_id_appointment_id_fkey" FOREIGN KEY ("practice_id", "appointment_id") REFERENCES "tenant"."appointment"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."reminder_rule" ADD CONSTRAINT "reminder_rule_practice_id_visit_type_id_fkey" FOREIGN KEY ("practice_id", "visit_type_id") REFERENCES "tenant"."visit_type"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."reminder" ADD CONSTRAINT "reminder_practice_id_appointment_id_fkey" FOREIGN KEY ("practice_id", "appointment_id") REFERENCES "tenant"."appointment"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."reminder" ADD CONSTRAINT "reminder_practice_id_rule_id_fkey" FOREIGN KEY ("practice_id", "rule_id") REFERENCES "tenant"."reminder_rule"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."waiting_list_entry" ADD CONSTRAINT "waiting_list_entry_practice_id_patient_id_fkey" FOREIGN KEY ("practice_id", "patient_id") REFERENCES "tenant"."patient"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."waiting_list_entry" ADD CONSTRAINT "waiting_list_entry_practice_id_visit_type_id_fkey" FOREIGN KEY ("practice_id", "visit_type_id") REFERENCES "tenant"."visit_type"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."waiting_list_entry" ADD CONSTRAINT "waiting_list_entry_practice_id_practitioner_id_fkey" FOREIGN KEY ("practice_id", "practitioner_id") REFERENCES "tenant"."practitioner"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."waiting_list_offer" ADD CONSTRAINT "waiting_list_offer_practice_id_entry_id_fkey" FOREIGN KEY ("practice_id", "entry_id") REFERENCES "tenant"."waiting_list_entry"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."waiting_list_offer" ADD CONSTRAINT "waiting_list_offer_practice_id_practitioner_id_fkey" FOREIGN KEY ("practice_id", "practitioner_id") REFERENCES "tenant"."practitioner"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."care_feedback" ADD CONSTRAINT "care_feedback_practice_id_article_id_fkey" FOREIGN KEY ("practice_id", "article_id") REFERENCES "tenant"."care_article"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."lab_connection" ADD CONSTRAINT "lab_connection_practice_id_practitioner_id_fkey" FOREIGN KEY ("practice_id", "practitioner_id") REFERENCES "tenant"."practitioner"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."lab_connection_event" ADD CONSTRAINT "lab_connection_event_practice_id_connection_id_fkey" FOREIGN KEY ("practice_id", "connection_id") REFERENCES "tenant"."lab_connection"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."lab_notice" ADD CONSTRAINT "lab_notice_practice_id_connection_id_fkey" FOREIGN KEY ("practice_id", "connection_id") REFERENCES "tenant"."lab_connection"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."lab_case" ADD CONSTRAINT "lab_case_practice_id_patient_id_fkey" FOREIGN KEY ("practice_id", "patient_id") REFERENCES "tenant"."patient"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."lab_case" ADD CONSTRAINT "lab_case_practice_id_practitioner_id_fkey" FOREIGN KEY ("practice_id", "practitioner_id") REFERENCES "tenant"."practitioner"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."case_event" ADD CONSTRAINT "case_event_practice_id_case_id_fkey" FOREIGN KEY ("practice_id", "case_id") REFERENCES "tenant"."lab_case"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."case_file" ADD CONSTRAINT "case_file_practice_id_case_id_fkey" FOREIGN KEY ("practice_id", "case_id") REFERENCES "tenant"."lab_case"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."case_file" ADD CONSTRAINT "case_file_practice_id_upload_id_fkey" FOREIGN KEY ("practice_id", "upload_id") REFERENCES "tenant"."upload"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."lab_plan_review" ADD CONSTRAINT "lab_plan_review_practice_id_case_id_fkey" FOREIGN KEY ("practice_id", "case_id") REFERENCES "tenant"."lab_case"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "identity"."login" ADD CONSTRAINT "login_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "identity"."person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "identity"."login" ADD CONSTRAINT "login_home_practice_id_fkey" FOREIGN KEY ("home_practice_id") REFERENCES "identity"."practice"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "identity"."credential" ADD CONSTRAINT "credential_login_id_fkey" FOREIGN KEY ("login_id") REFERENCES "identity"."login"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "identity"."factor" ADD CONSTRAINT "factor_login_id_fkey" FOREIGN KEY ("login_id") REFERENCES "identity"."login"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "identity"."login_challenge" ADD CONSTRAINT "login_challenge_login_id_fkey" FOREIGN KEY ("login_id") REFERENCES "identity"."login"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "identity"."session" ADD CONSTRAINT "session_login_id_fkey" FOREIGN KEY ("login_id") REFERENCES "identity"."login"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "identity"."known_browser" ADD CONSTRAINT "known_browser_login_id_fkey" FOREIGN KEY ("login_id") REFERENCES "identity"."login"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "identity"."registration" ADD CONSTRAINT "registration_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "identity"."practice"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."login_link" ADD CONSTRAINT "login_link_practice_id_patient_id_fkey" FOREIGN KEY ("practice_id", "patient_id") REFERENCES "tenant"."patient"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."thread" ADD CONSTRAINT "thread_practice_id_patient_id_fkey" FOREIGN KEY ("practice_id", "patient_id") REFERENCES "tenant"."patient"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."message" ADD CONSTRAINT "message_practice_id_thread_id_fkey" FOREIGN KEY ("practice_id", "thread_id") REFERENCES "tenant"."thread"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."message_attachment" ADD CONSTRAINT "message_attachment_practice_id_message_id_fkey" FOREIGN KEY ("practice_id", "message_id") REFERENCES "tenant"."message"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."message_attachment" ADD CONSTRAINT "message_attachment_practice_id_upload_id_fkey" FOREIGN KEY ("practice_id", "upload_id") REFERENCES "tenant"."upload"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."thread_reader" ADD CONSTRAINT "thread_reader_practice_id_thread_id_fkey" FOREIGN KEY ("practice_id", "thread_id") REFERENCES "tenant"."thread"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."message_draft" ADD CONSTRAINT "message_draft_practice_id_patient_id_fkey" FOREIGN KEY ("practice_id", "patient_id") REFERENCES "tenant"."patient"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."absence_cover" ADD CONSTRAINT "absence_cover_practice_id_practitioner_id_fkey" FOREIGN KEY ("practice_id", "practitioner_id") REFERENCES "tenant"."practitioner"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."membership" ADD CONSTRAINT "membership_practice_id_patient_id_fkey" FOREIGN KEY ("practice_id", "patient_id") REFERENCES "tenant"."patient"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."guardianship" ADD CONSTRAINT "guardianship_practice_id_patient_id_fkey" FOREIGN KEY ("practice_id", "patient_id") REFERENCES "tenant"."patient"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."practitioner_hours" ADD CONSTRAINT "practitioner_hours_practice_id_practitioner_id_fkey" FOREIGN KEY ("practice_id", "practitioner_id") REFERENCES "tenant"."practitioner"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."practitioner_hours" ADD CONSTRAINT "practitioner_hours_practice_id_location_id_fkey" FOREIGN KEY ("practice_id", "location_id") REFERENCES "tenant"."location"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."practitioner_hours_exception" ADD CONSTRAINT "practitioner_hours_exception_practice_id_practitioner_id_fkey" FOREIGN KEY ("practice_id", "practitioner_id") REFERENCES "tenant"."practitioner"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."practitioner_hours_exception" ADD CONSTRAINT "practitioner_hours_exception_practice_id_location_id_fkey" FOREIGN KEY ("practice_id", "location_id") REFERENCES "tenant"."location"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."time_off" ADD CONSTRAINT "time_off_practice_id_practitioner_id_fkey" FOREIGN KEY ("practice_id", "practitioner_id") REFERENCES "tenant"."practitioner"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."pms_conflict" ADD CONSTRAINT "pms_conflict_practice_id_patient_id_fkey" FOREIGN KEY ("practice_id", "patient_id") REFERENCES "tenant"."patient"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."chair" ADD CONSTRAINT "chair_practice_id_location_id_fkey" FOREIGN KEY ("practice_id", "location_id") REFERENCES "tenant"."location"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."opening_hours" ADD CONSTRAINT "opening_hours_practice_id_location_id_fkey" FOREIGN KEY ("practice_id", "location_id") REFERENCES "tenant"."location"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."closure" ADD CONSTRAINT "closure_practice_id_location_id_fkey" FOREIGN KEY ("practice_id", "location_id") REFERENCES "tenant"."location"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."patient" ADD CONSTRAINT "patient_practice_id_practitioner_id_fkey" FOREIGN KEY ("practice_id", "practitioner_id") REFERENCES "tenant"."practitioner"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."treatment_plan" ADD CONSTRAINT "treatment_plan_practice_id_patient_id_fkey" FOREIGN KEY ("practice_id", "patient_id") REFERENCES "tenant"."patient"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."treatment_plan" ADD CONSTRAINT "treatment_plan_practice_id_practitioner_id_fkey" FOREIGN KEY ("practice_id", "practitioner_id") REFERENCES "tenant"."practitioner"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."plan_version" ADD CONSTRAINT "plan_version_practice_id_plan_id_fkey" FOREIGN KEY ("practice_id", "plan_id") REFERENCES "tenant"."treatment_plan"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."treatment_series" ADD CONSTRAINT "treatment_series_practice_id_plan_id_fkey" FOREIGN KEY ("practice_id", "plan_id") REFERENCES "tenant"."treatment_plan"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."stage" ADD CONSTRAINT "stage_practice_id_series_id_fkey" FOREIGN KEY ("practice_id", "series_id") REFERENCES "tenant"."treatment_series"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."aligner_change" ADD CONSTRAINT "aligner_change_practice_id_plan_id_fkey" FOREIGN KEY ("practice_id", "plan_id") REFERENCES "tenant"."treatment_plan"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."aligner_change" ADD CONSTRAINT "aligner_change_practice_id_stage_id_fkey" FOREIGN KEY ("practice_id", "stage_id") REFERENCES "tenant"."stage"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."aligner_change" ADD CONSTRAINT "aligner_change_practice_id_patient_id_fkey" FOREIGN KEY ("practice_id", "patient_id") REFERENCES "tenant"."patient"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."plan_pause" ADD CONSTRAINT "plan_pause_practice_id_plan_id_fkey" FOREIGN KEY ("practice_id", "plan_id") REFERENCES "tenant"."treatment_plan"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."stage_extension" ADD CONSTRAINT "stage_extension_practice_id_plan_id_fkey" FOREIGN KEY ("practice_id", "plan_id") REFERENCES "tenant"."treatment_plan"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."stage_extension" ADD CONSTRAINT "stage_extension_practice_id_stage_id_fkey" FOREIGN KEY ("practice_id", "stage_id") REFERENCES "tenant"."stage"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."backtrack" ADD CONSTRAINT "backtrack_practice_id_plan_id_fkey" FOREIGN KEY ("practice_id", "plan_id") REFERENCES "tenant"."treatment_plan"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."backtrack" ADD CONSTRAINT "backtrack_practice_id_to_stage_id_fkey" FOREIGN KEY ("practice_id", "to_stage_id") REFERENCES "tenant"."stage"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."stop_release" ADD CONSTRAINT "stop_release_practice_id_plan_id_fkey" FOREIGN KEY ("practice_id", "plan_id") REFERENCES "tenant"."treatment_plan"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."stop_release" ADD CONSTRAINT "stop_release_practice_id_stage_id_fkey" FOREIGN KEY ("practice_id", "stage_id") REFERENCES "tenant"."stage"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."wear_log" ADD CONSTRAINT "wear_log_practice_id_patient_id_fkey" FOREIGN KEY ("practice_id", "patient_id") REFERENCES "tenant"."patient"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."check_in" ADD CONSTRAINT "check_in_practice_id_patient_id_fkey" FOREIGN KEY ("practice_id", "patient_id") REFERENCES "tenant"."patient"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."check_in" ADD CONSTRAINT "check_in_practice_id_stage_id_fkey" FOREIGN KEY ("practice_id", "stage_id") REFERENCES "tenant"."stage"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."check_in_photo" ADD CONSTRAINT "check_in_photo_practice_id_check_in_id_fkey" FOREIGN KEY ("practice_id", "check_in_id") REFERENCES "tenant"."check_in"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."check_in_photo" ADD CONSTRAINT "check_in_photo_practice_id_upload_id_fkey" FOREIGN KEY ("practice_id", "upload_id") REFERENCES "tenant"."upload"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."aligner_problem" ADD CONSTRAINT "aligner_problem_practice_id_patient_id_fkey" FOREIGN KEY ("practice_id", "patient_id") REFERENCES "tenant"."patient"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."aligner_problem" ADD CONSTRAINT "aligner_problem_practice_id_stage_id_fkey" FOREIGN KEY ("practice_id", "stage_id") REFERENCES "tenant"."stage"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."aligner_problem" ADD CONSTRAINT "aligner_problem_practice_id_upload_id_fkey" FOREIGN KEY ("practice_id", "upload_id") REFERENCES "tenant"."upload"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenant"."upload" ADD CONSTRAINT "upload_practice_id_patient_id_fkey" FOREIGN KEY ("practice_id", "patient_id") REFERENCES "tenant"."patient"("practice_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
