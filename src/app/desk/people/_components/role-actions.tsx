import { Card, Section, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { RemoveDialog } from "@/features/people/components/remove-dialog";
import { RoleDialog } from "@/features/people/components/role-dialog";
import type { PersonPage } from "@/features/people/roles/read-person";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { leavingLines } from "./leaving-lines";

/** Another role, or none: both say beforehand what they mean. */
export async function RoleActions({ page }: { page: PersonPage }) {
  const { person, isSelf, isLastAdmin, otherRoles, leaving } = page;
  const { membershipId, name, role } = person;
  const [change, remove, left, roles] = await Promise.all([
    getTranslations("people.change"),
    getTranslations("people.remove"),
    getTranslations("people.leaving"),
    getTranslations("visitor.roles"),
  ]);
  const isOrthodontist = role === "orthodontist";
  const leaves = otherRoles.length === 0;
  const others = (["orthodontist", "staff", "admin"] as const).filter(
    (one) => one !== role && !otherRoles.includes(one),
  );
  const colleagues = [
    { value: "", label: change("nobody") },
    ...page.colleagues.map((one) => ({
      value: one.personId,
      label: `${one.name}, ${roles(one.role)}`,
    })),
  ];
  const handsOver = (isOrthodontist && leaving.patients > 0) || leaving.threads > 0;
  const lines = isOrthodontist || leaves ? leavingLines(leaving) : [];
  if (isLastAdmin)
    return (
      <Section id="role" title={change("heading")}>
        <Notice tone="notice">{change("lastAdmin", { name })}</Notice>
      </Section>
    );
  return (
    <Section id="role" title={change("heading")}>
      <Card>
        <Stack gap={4}>
          <p className="max-w-prose text-muted">{change("lead")}</p>
          <div className="flex flex-wrap gap-3">
            {others.length > 0 && (
              <RoleDialog
                colleagues={isOrthodontist && handsOver ? colleagues : []}
                isSelf={isSelf}
                membershipId={membershipId}
                roles={others.map((one) => ({ value: one, label: roles(one) }))}
                words={{
                  ...pickWords(change, [
                    "title",
                    "own",
                    "role",
                    "takesOver",
                    "takesOverHint",
                    "go",
                    "cancel",
                  ]),
                  text: change("text", { name }),
                }}
              />
            )}
            <RemoveDialog
              colleagues={handsOver && (leaves || isOrthodontist) ? colleagues : []}
              hasTemplates={leaves && leaving.templates > 0}
              isSelf={isSelf}
              left={lines.map(({ key, count }) => `${left(key)}: ${count}`)}
              membershipId={membershipId}
              words={{
                ...pickWords(remove, [
                  "own",
                  "templates",
                  "keepTemplates",
                  "removeTemplates",
                  "typedWrong",
                  "word",
                ]),
                ...pickWords(change, ["takesOver", "takesOverHint"]),
                open: remove("title"),
                title: remove("confirmTitle", { name }),
                text: leaves
                  ? remove("text", { name })
                  : remove("textOther", {
                      name,
                      role: roles(role),
                      others: otherRoles.map((one) => roles(one)).join(", "),
                    }),
                stay: left("stay", { name }),
                typed: remove("typed", { word: remove("word") }),
                go: remove("goShort"),
                cancel: remove("cancel", { name }),
              }}
            />
          </div>
        </Stack>
      </Card>
    </Section>
  );
}
