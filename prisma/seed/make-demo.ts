import type { Temporal } from "temporal-polyfill";
import { createChance } from "./chance";
import { fillPractice, type PracticeMade } from "./fill-practice";
import { type DemoLab, demoLabs } from "./labs/demo-labs";
import type { Shared } from "./making";
import { demoPractices } from "./practices";
import { createRows } from "./rows";

export interface Demo {
  readonly practices: readonly PracticeMade[];
  readonly labs: readonly DemoLab[];
  readonly totpSecrets: ReadonlyMap<string, string>;
}

/** Makes both practices in memory. The same moment gives the same rows, but for what is sealed. */
export function makeDemo(
  now: Temporal.Instant,
  given: Pick<Shared, "passwordHashes" | "sealingKeys" | "simulatorsPort" | "files">,
): Demo {
  const shared: Shared = {
    ...given,
    loginNames: new Set(),
    emails: new Set(),
    totpSecrets: new Map(),
  };
  const labs = demoLabs(now);
  const practices = demoPractices.map((words, index) => {
    const chance = createChance(`archway/${words.shortName}`);
    const yearsAgo = demoPractices.length + 2 - index;
    const practiceId = chance.id(now.subtract({ hours: 24 * 365 * yearsAgo }));
    const { zone } = words;
    const today = now.toZonedDateTimeISO(zone).toPlainDate();
    const making = {
      practiceId,
      words,
      zone,
      now,
      today,
      chance,
      rows: createRows(),
      uploads: [],
      shared,
    };
    return fillPractice(making, yearsAgo, labs);
  });
  return { practices, labs, totpSecrets: shared.totpSecrets };
}
