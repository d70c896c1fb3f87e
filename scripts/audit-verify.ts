import { openDatabase } from "@/db/client";
import { headsFolder } from "@/features/audit/heads-file";
import { type ChainVerified, verifyAudit } from "@/features/audit/verify-audit";
import { holdDatabase } from "./database/addresses";
import { onInstallation } from "./run/installation";
import { readSettings } from "./run/settings";
import { isSilent } from "./run/silent";

// `npm run audit:verify [-- --heads FOLDER]`: walks every chain of the audit log (S19). Exit code 1 when one is broken.
await onInstallation(async () => {
  const { dataFolder } = readSettings();
  const { addresses, release } = await holdDatabase();
  const db = openDatabase(addresses.app, 2);
  try {
    const verified = await verifyAudit(db, option("--heads") ?? headsFolder(dataFolder));
    if (isSilent()) process.stdout.write(`${JSON.stringify(verified)}\n`);
    else {
      for (const chain of verified.chains) console.log(inWords(chain));
      for (const chain of verified.lostChains)
        console.log(`${chain}: BROKEN. A head was kept of it, and the database does not know it.`);
      if (verified.unreadableHeads > 0)
        console.log(`Lines among the kept heads that cannot be read: ${verified.unreadableHeads}.`);
    }
    if (!verified.ok) process.exitCode = 1;
  } finally {
    await db.close();
    await release();
  }
});

function option(name: string): string | undefined {
  const place = process.argv.indexOf(name);
  return place < 0 ? undefined : process.argv[place + 1];
}

function inWords(verified: ChainVerified) {
  const { chain, sound, unsealed, oldestUnsealedAt, headsAgree, sealedTo, broken } = verified;
  const tail =
    unsealed === 0 ? "" : ` Not yet sealed: ${unsealed}, the oldest from ${oldestUnsealedAt}.`;
  const kept = ` Kept heads that agree: ${headsAgree}.`;
  if (!broken) return `${chain}: sound, ${sound} rows.${kept}${tail}`;
  const { sequence, detail } = broken;
  // The end is gone, not a row in the middle: that is how a restored backup looks.
  if (broken.what === "missing" && sequence + Number(detail ?? 1) - 1 === sealedTo)
    return `${chain}: BROKEN. It ends at number ${sequence - 1}; the ${detail} rows sealed after it, up to number ${sealedTo}, are gone. After a restore from a backup that is so, and "The audit log's chain" in docs/operating.md says what to do. Without a restore somebody removed them.${kept}${tail}`;
  const row = broken.id === null ? "" : ` (row ${broken.id})`;
  const what = {
    changed: "was changed after it was sealed",
    missing: `is missing, with ${Number(broken.detail ?? 1) - 1} after it`,
    inserted: "was inserted",
    reordered: `was moved; it was sealed as number ${broken.detail}`,
    head_differs: `differs from the head kept on ${broken.detail}: rows up to it were sealed anew, or a restored backup went on from an earlier end`,
  }[broken.what];
  return `${chain}: BROKEN. Number ${broken.sequence}${row} ${what}. Sound before it: ${sound}.${kept}${tail}`;
}
