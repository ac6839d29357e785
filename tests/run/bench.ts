import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureListing } from '../bench/listing';
import { measurePopup } from '../bench/popup';
import { measureSaving } from '../bench/saving';
import { seedLibrary } from '../bench/seed';
import { measureContentScript } from '../bench/sizes';
import { asTable, type Figure, milliseconds } from '../bench/table';
import { Papershelf } from '../e2e/support/papershelf';
import { ORIGIN, Site } from '../e2e/support/site';
import { sampleListing } from '../fixtures/sample-listing';
import { ensureChromium } from './chromium';

/** `npm run bench`: the figures that the design sets goals for, each beside its baseline. */
const executablePath = await ensureChromium();
const site = new Site();
site.serve('/papers', sampleListing({ count: 105 }));

const figures: Figure[] = [await measureContentScript()];
await inBrowser(async (papershelf) => {
  figures.push(...(await measureListing(papershelf, `${ORIGIN}/papers`)));
  figures.push(await measureSaving(papershelf));
});
const popup = new Map<number, number>();
for (const count of [100, 10_000, 100_000]) {
  await inBrowser(async (papershelf) => {
    const { page } = await papershelf.openLibrary();
    await page.waitForTimeout(1000);
    await seedLibrary(page, count);
    await page.close();
    popup.set(count, await measurePopup(papershelf));
  });
}
const withHundred = popup.get(100) ?? Number.NaN;
for (const [count, time] of popup) {
  figures.push({
    what: `popup, open to first rows, ${count.toLocaleString('en')} papers`,
    value: milliseconds(time),
    ratio: (time / withHundred).toFixed(2),
    goal: count > 100 ? '≤ 1.3 × with 100' : '',
  });
}
console.log(asTable(figures));

/** Runs `work` in a fresh browser with an empty library. */
async function inBrowser(work: (papershelf: Papershelf) => Promise<void>): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'papershelf-bench-'));
  const papershelf = await Papershelf.launch({ executablePath, profile, site });
  // tsx wraps named functions in this helper, also those that run in the page.
  await papershelf.context.addInitScript('globalThis.__name ??= (named) => named;');
  try {
    await work(papershelf);
  } finally {
    await papershelf.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
