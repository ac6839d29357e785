import type { Page } from '@playwright/test';
import type { Entry } from '../../../lib/papers/entry';
import type { Sighting } from '../../../lib/papers/sighting';
import type { KnownPaper } from '../../../lib/papers/paper';
import type { Visit } from '../../../lib/papers/visit';
import { extensionIdOf } from './extension-id';
import { openChromeExtension } from '../../run/paths';

export interface Rows {
  papers: KnownPaper[];
  entries: Entry[];
  sightings: Sighting[];
  visits: Visit[];
}

/** Reads all rows of these tables in an extension page. */
export async function storedRows(near: Page): Promise<Rows> {
  const page = await near.context().newPage();
  // Has the extension's origin, but runs no code.
  await page.goto(`chrome-extension://${await extensionIdOf(openChromeExtension)}/icons/16.png`);
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
