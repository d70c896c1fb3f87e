import { expect, it } from "vitest";
import { readResetLink } from "@/features/access/passwords/complete-password-reset";
import { timeChoice } from "@/features/appointments/time-choice";
import { visitsPage } from "@/features/appointments/visits-page";
import { listCare } from "@/features/care/queries";
import { addressee } from "@/features/messages/compose/addressee";
import { readInboxWish } from "@/features/messages/inbox/inbox-wish";
import { listThreads } from "@/features/messages/list-threads";
import { searchThreads } from "@/features/messages/search/search-threads";
import { searchRecords } from "@/features/records/search-records";
import { findMailLink } from "@/features/registration/email/prove-email";
import { findLoginLink } from "@/features/registration/links/login-link-token";
import { listTexts } from "@/features/sms-usage/list-texts";
import { readUsageSearch } from "@/features/sms-usage/usage-search";
import { readListPlace, readListWish } from "@/features/treatment/work-list/list-wish";
import { patientLines } from "@/features/treatment/work-list/patient-lines";
import { makeClinicActor, makePatientActor } from "../../support/people";
import { openScene } from "./callers";
import { hostileTexts } from "./samples";

const { world, clinic } = await openScene();
const patient = await makePatientActor(world, clinic.practice.id);
const doctor = await makeClinicActor(world, clinic.practice.id, "orthodontist");
const staff = await makeClinicActor(world, clinic.practice.id, "staff");

/** What pages read out of their address, and what they ask with it: nothing of it may break the page (S20). */
it.each(Object.entries(hostileTexts))("pages survive %s in their address", async (_, text) => {
  const services = await world.services();
  const wish = readInboxWish("/doctor/inbox", {
    show: text,
    whose: text,
    before: text,
    thread: text,
  });
  await listThreads(services, doctor, { show: wish.show, whose: wish.whose, cursor: wish.cursor });
  await listThreads(services, patient, { cursor: text });
  await visitsPage(services, patient, text);
  await addressee(services, doctor, text);
  const search = { q: text, show: text, whose: text, after: text, since: text };
  await patientLines(services, doctor, readListWish(search, "needs"), readListPlace(search), []);
  await listCare(services, patient, { query: text, language: text });
  await searchThreads(services, patient, { q: text, cursor: text });
  await searchRecords(services, staff, { query: text.slice(0, 100) });
  const texts = readUsageSearch({ month: text, purpose: text, state: text, before: text });
  await listTexts(services, staff, { ...texts, before: text });
  const { visitTypeId } = clinic;
  const chosen = await timeChoice(services, patient, { visitTypeId, whom: text, dayOn: text });
  expect(chosen.ok).toBe(true);
  expect(await findLoginLink(services, text)).toBeNull();
  expect(await findMailLink(services, text)).toMatchObject({ ok: false });
  expect(await readResetLink(services, text)).toMatchObject({ ok: false });
});
