import { join } from "node:path";
import { root } from "./paths";
import { runPrisma } from "./prisma-command";
import { withTemporaryDatabase } from "./temporary-database";

// Made by hand in the guards' migration, because the schema cannot say it. Prisma would drop all of it.
const handMade = [
  // Tenant rows point at identity and reference rows, whose models stay out of reach of tenant models (S12).
  /^ALTER TABLE \S+ DROP CONSTRAINT "\w+_(practice|person|login|lab)_fkey"$/,
  // Empties one of its two columns when the row it points at goes.
  /^ALTER TABLE \S+ (DROP|ADD) CONSTRAINT "(delivery_case|lab_case_plan)_fkey"/,
  /^DROP INDEX "tenant"\."patient_search"$/,
  // Generated columns.
  /^ALTER TABLE "tenant"\."appointment" ALTER COLUMN "practitioner_busy" DROP DEFAULT,\s+ALTER COLUMN "chair_busy" DROP DEFAULT$/,
  /^ALTER TABLE "tenant"\."(care_article|message|thread)" ALTER COLUMN "search" DROP DEFAULT$/,
];

/** The SQL that leads from the migrations to prisma/schema; empty when they agree. Needs an owner's address. */
export async function schemaDifference(owner: string): Promise<string> {
  const script = await withTemporaryDatabase(owner, (shadow) =>
    runPrisma(
      [
        "migrate",
        "diff",
        "--from-migrations",
        join(root, "prisma/migrations"),
        "--to-schema",
        "prisma/schema",
        "--script",
      ],
      { owner, shadow },
    ),
  );
  const isHandMade = (statement: string) => handMade.some((pattern) => pattern.test(statement));
  return script
    .split(/;\s*$/m)
    .map((part) => part.trim())
    .filter((part) => withoutComments(part) !== "" && !isHandMade(withoutComments(part)))
    .map((part) => `${part};\n`)
    .join("\n");
}

function withoutComments(part: string): string {
  return part.replace(/^--.*$/gm, "").trim();
}
