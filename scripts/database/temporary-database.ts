import { randomBytes } from "node:crypto";
import { runStatement } from "./connection";

/** Runs `work` with the address of an empty database of the owner's, dropped afterwards. */
export async function withTemporaryDatabase<T>(
  ownerAddress: string,
  work: (address: string) => Promise<T>,
): Promise<T> {
  const name = `archway_draft_${randomBytes(6).toString("hex")}`;
  const address = new URL(ownerAddress);
  address.pathname = `/${name}`;
  await runStatement(ownerAddress, `CREATE DATABASE ${name} TEMPLATE template0`);
  try {
    return await work(address.href);
  } finally {
    await runStatement(ownerAddress, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
}
