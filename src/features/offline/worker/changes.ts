import type { KeptChange } from "@/domain/offline/sending";

const name = "archway-offline";
const store = "changes";

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(store, { keyPath: "key" });
  return resultOf(opening);
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function write(work: (changes: IDBObjectStore) => void): Promise<void> {
  const database = await open();
  try {
    const transaction = database.transaction(store, "readwrite", { durability: "strict" });
    work(transaction.objectStore(store));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Every change that waits on this phone or was refused, whoever marked it. */
export async function allChanges(): Promise<KeptChange[]> {
  const database = await open();
  try {
    return await resultOf<KeptChange[]>(database.transaction(store).objectStore(store).getAll());
  } finally {
    database.close();
  }
}

/** Keeps them all or none, over what had the same key. */
export function putChanges(changes: readonly KeptChange[]): Promise<void> {
  return write((kept) => {
    for (const change of changes) kept.put(change);
  });
}

export function removeChange(key: string): Promise<void> {
  return write((kept) => kept.delete(key));
}

/** Takes the database itself away. */
export async function removeAllChanges(): Promise<void> {
  await resultOf(indexedDB.deleteDatabase(name));
}
