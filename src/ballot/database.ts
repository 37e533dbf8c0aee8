/** Keys and values that outlive the page, or do not: `lasting` says which. Values must survive a structured clone. */
export type Database = {
  lasting: boolean;
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
};

/** Nothing is kept: for browsers that refuse IndexedDB, and for ballots opened with a recovery code on any device. */
export function memoryDatabase(): Database {
  const values = new Map<string, unknown>();
  return {
    lasting: false,
    get: async (key) => values.get(key),
    put: async (key, value) => void values.set(key, value),
    remove: async (key) => void values.delete(key),
  };
}

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** IndexedDB if the browser grants it, memory otherwise. */
export async function openDatabase(name = "tandem-ballot"): Promise<Database> {
  try {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("values");
    const database = await answered(opening);
    const run = <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction("values", mode, { durability: "strict" });
        const request = act(transaction.objectStore("values"));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => reject(transaction.error);
      });
    return {
      lasting: true,
      get: (key) => run("readonly", (store) => store.get(key)),
      put: async (key, value) => void (await run("readwrite", (store) => store.put(value, key))),
      remove: (key) => run("readwrite", (store) => store.delete(key)),
    };
  } catch {
    return memoryDatabase();
  }
}
