import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { addTemplate } from "@/features/messages/templates/add-template";
import { archiveTemplate, changeTemplate } from "@/features/messages/templates/change-template";
import { listTemplates } from "@/features/messages/templates/list-templates";
import type { TemplateView } from "@/features/messages/templates/schema";
import { makeClinicActor } from "../../../support/people";
import { openWorld } from "../../../support/world";
import { makeCast } from "../thread-world";

const world = await openWorld();
const { practice, doctor, staff } = await makeCast(world);
const admin = await makeClinicActor(world, practice.id, "admin");
const stranger = (await makeCast(world)).doctor;

const services = (idempotencyKey?: string) =>
  world.services(idempotencyKey === undefined ? {} : { idempotencyKey });
const add = async (
  actor: ClinicActor,
  name: string,
  wish: { body?: string; forEverybody?: boolean; key?: string } = {},
) =>
  addTemplate(await services(wish.key), actor, {
    name,
    body: wish.body ?? "Hello.",
    forEverybody: wish.forEverybody ?? false,
  });
async function list(actor: ClinicActor): Promise<readonly TemplateView[]> {
  const listed = await listTemplates(await services(), actor, {});
  if (!listed.ok) throw new Error(listed.reason);
  return listed.value.items;
}
async function view(actor: ClinicActor, name: string): Promise<TemplateView> {
  const found = (await list(actor)).find((one) => one.name === name);
  if (!found) throw new Error(`no template ${name}`);
  return found;
}
const change = async (actor: ClinicActor, { id, seen }: TemplateView, name: string, body: string) =>
  changeTemplate(await services(), actor, { id, seen, name, body });
const archive = async (actor: ClinicActor, { id, seen }: TemplateView, key?: string) =>
  archiveTemplate(await services(key), actor, { id, seen });

describe("R40: templates", () => {
  it("shows one's own first, then everybody's, by name; nobody else's own and nothing archived", async () => {
    await add(admin, "A greeting", { forEverybody: true });
    await add(staff, "Zinc");
    await add(staff, "Brush");
    await add(doctor, "Doctor's own");
    await add(staff, "Gone");
    await archive(staff, await view(staff, "Gone"));
    const shown = async (actor: ClinicActor) =>
      (await list(actor)).map(({ name, forEverybody }) => [name, forEverybody]);
    expect(await shown(staff)).toEqual([
      ["Brush", false],
      ["Zinc", false],
      ["A greeting", true],
    ]);
    expect(await shown(doctor)).toEqual([
      ["Doctor's own", false],
      ["A greeting", true],
    ]);
    expect(await shown(stranger)).toEqual([]);
  });

  it("R52: everybody's are an admin's to write; one's own are nobody else's, in no practice", async () => {
    for (const actor of [staff, doctor])
      expect(await add(actor, "For all", { forEverybody: true })).toMatchObject({
        reason: "admins_only",
      });
    await add(admin, "House rules", { forEverybody: true });
    const rules = await view(staff, "House rules");
    expect(await change(staff, rules, "Mine now", "Mine.")).toMatchObject({
      reason: "admins_only",
    });
    expect(await archive(doctor, rules)).toMatchObject({ reason: "admins_only" });
    expect(await change(stranger, rules, "Mine now", "Mine.")).toMatchObject({
      reason: "not_found",
    });
    await add(doctor, "Private");
    const own = await view(doctor, "Private");
    for (const actor of [admin, staff, stranger]) {
      expect(await change(actor, own, "Mine now", "Mine.")).toMatchObject({ reason: "not_found" });
      expect(await archive(actor, own)).toMatchObject({ reason: "not_found" });
    }
    expect(await view(doctor, "Private")).toEqual(own);
  });

  it("a page that is no longer up to date changes and archives nothing", async () => {
    await add(staff, "Two tabs");
    const before = await view(staff, "Two tabs");
    expect(await change(staff, before, "Two tabs", "From the first.")).toMatchObject({
      value: { changed: true },
    });
    expect(await change(staff, before, "Two tabs", "From the second.")).toMatchObject({
      reason: "template_changed",
    });
    expect(await archive(staff, before)).toMatchObject({ reason: "template_changed" });
    const after = await view(staff, "Two tabs");
    expect(after.body).toBe("From the first.");
    // The same words again are nobody's change, whatever was seen.
    expect(await change(staff, before, after.name, after.body)).toMatchObject({
      value: { changed: false },
    });
    expect(await archive(staff, after)).toMatchObject({ ok: true });
    expect(await archive(staff, after)).toMatchObject({ reason: "not_found" });
  });

  it("of two with one name at the same time one is kept; a double click makes one; an archived name is free", async () => {
    const both = await Promise.all([add(staff, "Retainer"), add(staff, "RETAINER")]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "name_taken" });
    expect(await add(doctor, "Retainer")).toMatchObject({ ok: true });
    const key = "b7f0c1de-0000-4000-8000-000000000001";
    const [first, again] = await Promise.all([
      add(staff, "Once", { key }),
      add(staff, "Once", { key }),
    ]);
    expect(first).toMatchObject({ ok: true });
    expect(again).toEqual(first);
    await add(staff, "Other");
    expect(await change(staff, await view(staff, "Other"), "once", "Hello.")).toMatchObject({
      reason: "name_taken",
    });
    await archive(staff, await view(staff, "Once"));
    expect(await add(staff, "once")).toMatchObject({ ok: true });
  });

  it("refuses fields that mean nothing, and names them", async () => {
    const body = "Hello {patient's first name}, {shoe size} and {Next  Visit}.";
    expect(await add(staff, "Fields", { body })).toMatchObject({
      reason: "unknown_fields",
      detail: { fields: "{shoe size}" },
    });
    expect(await add(staff, "Fields", { body: "On {next visit}." })).toMatchObject({ ok: true });
    const kept = await view(staff, "Fields");
    expect(await change(staff, kept, "Fields", body)).toMatchObject({ reason: "unknown_fields" });
    expect((await view(staff, "Fields")).body).toBe("On {next visit}.");
  });

  it("S19: who wrote, changed and archived which template is kept, without its words", async () => {
    await add(doctor, "Kept track of", { body: "Secret words." });
    await change(doctor, await view(doctor, "Kept track of"), "Kept track of", "Other words.");
    const { id } = await view(doctor, "Kept track of");
    await archive(doctor, await view(doctor, "Kept track of"));
    const rows = await inPractice(world.db, practice.id, (tx) =>
      tx.auditEntry.findMany({
        where: { practiceId: practice.id, objectId: id },
        orderBy: { at: "asc" },
      }),
    );
    expect(rows.map(({ action, actorPersonId }) => [action, actorPersonId])).toEqual(
      ["added", "changed", "archived"].map((what) => [`message_template.${what}`, doctor.personId]),
    );
    expect(JSON.stringify(rows.map(({ detail }) => detail))).not.toContain("words");
  });
});
