import type { Papershelf } from '../e2e/support/papershelf';

/**
 * The lower bound of a search: reads 20 records from IndexedDB by key and paints 20 rows.
 * @returns ms of each of 40 rounds
 */
export async function measureBareSearch(papershelf: Papershelf): Promise<number[]> {
  const page = await papershelf.context.newPage();
  await page.goto(papershelf.url('popup.html'));
  await page.locator('.row').first().waitFor();
  const times = await page.evaluate(async () => {
    const opened = indexedDB.open('papershelf');
    const db = await new Promise<IDBDatabase>((resolve) => {
      opened.addEventListener('success', () => resolve(opened.result));
    });
    const keys = await new Promise<IDBValidKey[]>((resolve) => {
      const read = db.transaction('papers').objectStore('papers').getAllKeys(null, 2000);
      read.addEventListener('success', () => resolve(read.result));
    });
    const list = document.createElement('ul');
    document.body.append(list);
    const measured: number[] = [];
    for (let round = 0; round < 40; round += 1) {
      const start = performance.now();
      const store = db.transaction('papers').objectStore('papers');
      const rows = await Promise.all(
        Array.from({ length: 20 }, (_, index) => {
          const read = store.get(keys[(round * 47 + index * 97) % keys.length] ?? '');
          return new Promise<{ title: string }>((resolve) =>
            read.addEventListener('success', () => resolve(read.result)),
          );
        }),
      );
      list.replaceChildren(
        ...rows.map(({ title }) => {
          const row = document.createElement('li');
          row.textContent = title;
          return row;
        }),
      );
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      measured.push(performance.now() - start);
    }
    db.close();
    return measured;
  });
  await page.close();
  return times;
}
