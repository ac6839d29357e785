import type { Page } from '@playwright/test';
import type { Entry } from '../../../lib/papers/entry';
import type { Sighting } from '../../../lib/papers/sighting';
import type { KnownPaper } from '../../../lib/papers/paper';
import type { Visit } from '../../../lib/papers/visit';
import { extensionIdOf } from './extension-id';
import { chromeExtension } from '../../run/paths';

export interface Rows {
  papers: KnownPaper[];
  entries: Entry[];
  sightings: Sighting[];
  visits: Visit[];
}

/** All that is stored, read with the browser's own IndexedDB in a page of the extension. */
export async function storedRows(near: Page): Promise<Rows> {
  const page = await near.context().newPage();
  // Any file of the extension is of its origin; this one runs none of its code.
  await page.goto(`chrome-extension://${await extensionIdOf(chromeExtension)}/icons/16.png`);
  const rows = await page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    const db = await settled(indexedDB.open('papershelf'));
    const stores = ['papers', 'entries', 'sightings', 'visits'];
    const transaction = db.transaction(stores);
    const all = await Promise.all(
      stores.map(async (name) => [name, await settled(transaction.objectStore(name).getAll())]),
    );
    db.close();
    return Object.fromEntries(all) as unknown;
  });
  await page.close();
  return rows as Rows;
}
