import { useEffect, useState } from 'preact/hooks';

/** How the library is kept by the browser. */
export interface StorageStatus {
  /** What Papershelf takes up, bytes; undefined when the browser does not tell. */
  usedBytes: number | undefined;
  /** Whether the browser promised not to clear it by itself. */
  persisted: boolean;
  /** Asks the browser to promise it; it may refuse. */
  persist(): void;
  /** Whether it was just asked and refused. */
  refused: boolean;
}

/** How the library is kept by the browser; undefined until it said. */
export function useStorageStatus(): StorageStatus | undefined {
  const [found, setFound] = useState<Pick<StorageStatus, 'usedBytes' | 'persisted'>>();
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    Promise.all([navigator.storage.estimate(), navigator.storage.persisted()]).then(
      ([{ usage }, persisted]) => setFound({ usedBytes: usage, persisted }),
      (error: unknown) => console.warn('Papershelf could not learn of its storage', error),
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
