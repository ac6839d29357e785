import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openChromeExtension } from '../run/paths';

const SCRIPT = `
const opening = indexedDB.open('papershelf');
opening.onsuccess = () => {
  const papers = opening.result.transaction('papers').objectStore('papers');
  papers.getAll(null, 20).onsuccess = ({ target: { result } }) => {
    const rows = result.map(({ title }) => {
      const link = document.createElement('a');
      link.textContent = title;
      const row = document.createElement('li');
      row.append(link);
      return row;
    });
    document.querySelector('ul').append(...rows);
  };
};
`;

/**
 * Copies the built extension to `folder`, with `bare.html`: a page that reads 20 papers from
 * IndexedDB and paints their titles, without any library.
 * @returns the folder
 */
export async function withBarePage(folder: string): Promise<string> {
  await cp(openChromeExtension, folder, { recursive: true });
  const html = '<!DOCTYPE html><meta charset="utf-8" /><ul></ul><script src="bare.js"></script>';
  await writeFile(join(folder, 'bare.html'), html);
  await writeFile(join(folder, 'bare.js'), SCRIPT);
  return folder;
}
