import type { Tx } from "@/db/client";

/** A location as the settings show it. */
export interface PlaceView {
  readonly id: string;
  readonly name: string;
  readonly addressLine1: string;
  readonly postcode: string;
  readonly town: string;
  readonly phone: string | null;
  readonly archived: boolean;
}

export interface ChairView {
  readonly id: string;
  readonly locationId: string;
  readonly name: string;
  readonly archived: boolean;
}

export async function locationsIn(tx: Tx, practiceId: string): Promise<PlaceView[]> {
  const rows = await tx.location.findMany({
    where: { practiceId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      addressLine1: true,
      postcode: true,
      town: true,
      phone: true,
      archivedAt: true,
    },
  });
  return rows.map(({ archivedAt, ...row }) => ({ ...row, archived: archivedAt !== null }));
}

export async function locationIn(
  tx: Tx,
  practiceId: string,
  id: string,
): Promise<PlaceView | undefined> {
  return (await locationsIn(tx, practiceId)).find((one) => one.id === id);
}

export async function chairsIn(tx: Tx, practiceId: string): Promise<ChairView[]> {
  const rows = await tx.chair.findMany({
    where: { practiceId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, locationId: true, name: true, archivedAt: true },
  });
  return rows.map(({ archivedAt, ...row }) => ({ ...row, archived: archivedAt !== null }));
}

export async function chairIn(
  tx: Tx,
  practiceId: string,
  id: string,
): Promise<ChairView | undefined> {
  return (await chairsIn(tx, practiceId)).find((one) => one.id === id);
}
