import type pg from "pg";
import { systemRandom } from "@/security/random";
import { seal } from "@/security/sealing";
import { portOffsets } from "@/simulators/process/ports";
import { createChance } from "../chance";
import { ago, at, type Making } from "../making";
import { insertAll } from "../rows";
import { templateText, termsText, termsVersions } from "../words/terms";

/** The practice's terms, former and present (R4), and its connection with its own system (R49). */
export function addPapers(making: Making): void {
  const { rows, practiceId, chance, words, shared } = making;
  termsVersions.forEach((version, i) => {
    const publishedAt = ago(making, { days: 420 - i * 300 });
    rows.add("tenant.terms", {
      practiceId,
      id: chance.id(publishedAt),
      version,
      text: termsText(words.name, version),
      publishedAt: at(publishedAt),
    });
  });
  const binding = { table: "pms_connection", column: "sealed_credentials", rowId: practiceId };
  const credentials = JSON.stringify({ accessToken: words.pmsToken });
  rows.add("tenant.pms_connection", {
    practiceId,
    kind: "dentally",
    baseUrl: pmsAddress(shared.simulatorsPort),
    sealedCredentials: seal(shared.sealingKeys, systemRandom, binding, credentials),
    credentialsKeyId: shared.sealingKeys.current.id,
    lastSuccessAt: at(ago(making, { minutes: 7 })),
    cursorAt: at(ago(making, { minutes: 7 })),
    updatedAt: at(ago(making, { days: 400 })),
  });
}

/** The simulated practice system, without its version; `npm start` may be given other ports than the last time. */
export function pmsAddress(simulatorsPort: number): string {
  return `http://127.0.0.1:${simulatorsPort + portOffsets.pms}`;
}

/** The installation's own terms, for practices without any. */
export async function writeTermsTemplate(client: pg.Client, now: Making["now"]): Promise<void> {
  const id = createChance("archway/terms").id(now);
  const version = termsVersions[1];
  await insertAll(client, "reference.terms_template", [
    { id, language: "en", version, text: templateText },
  ]);
}
