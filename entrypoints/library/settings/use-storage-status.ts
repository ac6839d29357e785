import { useEffect, useState } from 'preact/hooks';

/** How the browser stores the library. */
export interface StorageStatus {
  /** Bytes; undefined if the browser does not report it. */
  usedBytes: number | undefined;
  /** Whether the browser promised not to evict the library. */
  persisted: boolean;
  /** Requests persistence; the browser may refuse. */
  persist(): void;
  /** Whether the last request was refused. */
  refused: boolean;
}

/** Returns the storage status; undefined while loading. */
export function useStorageStatus(): StorageStatus | undefined {
  const [found, setFound] = useState<Pick<StorageStatus, 'usedBytes' | 'persisted'>>();
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    Promise.all([navigator.storage.estimate(), navigator.storage.persisted()]).then(
      ([{ usage }, persisted]) => setFound({ usedBytes: usage, persisted }),
      (error: unknown) => console.warn('Papershelf could not read the storage estimate', error),
    );
  }, []);
  return (
    found && {
      ...found,
      refused,
      persist() {
        void askToPersist().then((persisted) => {
          setRefused(!persisted);
          return setFound({ ...found, persisted });
        });
      },
    }
  );
}

async function askToPersist(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}
