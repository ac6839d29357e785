import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { installFakeDownloads } from '../integration/backups/fake-downloads';

const fetchBlob = globalThis.fetch;

/** What use cases need of the browser and the site, new at each start. Nothing is random. */
export function installBrowser(): void {
  installFakeDownloads();
  Object.assign(fakeBrowser.storage.local, { setAccessLevel: async () => {} });
  vi.spyOn(crypto, 'randomUUID').mockReturnValue('00000000-0000-4000-8000-000000000000');
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  vi.stubGlobal('fetch', (address: string) =>
    address.startsWith('blob:') ? fetchBlob(address) : Promise.resolve(listedOn(address)),
  );
}

/** The site's answer: a paper that the library knows, and one that it does not. */
function listedOn(address: string): Response {
  const day = new URL(address).searchParams.get('date') ?? '';
  const ids = [`2609.0000${day.slice(9)}`, `2609.9${day.slice(5).replace('-', '')}`];
  return Response.json(
    ids.map((id) => ({ paper: { id, title: `Of ${day}`, upvotes: 7, authors: [] } })),
  );
}
