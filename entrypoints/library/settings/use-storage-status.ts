import { useEffect, useState } from 'preact/hooks';

export interface StorageStatus {
  /** Bytes; undefined if not reported. */
  usedBytes: number | undefined;
  /** Whether the browser promised not to evict it. */
  persisted: boolean;
  /** The browser may refuse. */
  persist(): void;
  /** The last request was refused. */
  refused: boolean;
}

/** Undefined while loading. */
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
