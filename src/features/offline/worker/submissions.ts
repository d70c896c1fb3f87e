import type { KeptSubmission } from "@/domain/offline/kept-submission";

const name = "archway-kept";
const store = "submissions";

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

async function write(work: (submissions: IDBObjectStore) => void): Promise<void> {
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

/** All that waits on this phone or was refused, whoever submitted it. */
export async function allKept(): Promise<KeptSubmission[]> {
  const database = await open();
  try {
    return await resultOf<KeptSubmission[]>(
      database.transaction(store).objectStore(store).getAll(),
    );
  } finally {
    database.close();
  }
}

/** Keeps them all or none, over what had the same key. */
export function putKept(submissions: readonly KeptSubmission[]): Promise<void> {
  return write((kept) => {
    for (const each of submissions) kept.put(each);
  });
}

export function removeKept(key: string): Promise<void> {
  return write((kept) => kept.delete(key));
}

/** Takes the database itself away. */
export async function removeAllKept(): Promise<void> {
  await resultOf(indexedDB.deleteDatabase(name));
}
