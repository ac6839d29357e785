import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { benchArguments, PARTS, type Part } from '../bench/arguments';
import { withBarePage } from '../bench/bare-page';
import { measureBareSearch } from '../bench/bare-search';
import { measureBulkChange } from '../bench/bulk';
import { bytesOnDisk } from '../bench/disk';
import { measureEditing } from '../bench/editing';
import { measureExporting } from '../bench/exporting';
import { heapOf } from '../bench/heap';
import { measureImporting } from '../bench/importing';
import { measureListing } from '../bench/listing';
import { measureListingShare } from '../bench/listing-share';
import { measurePanel } from '../bench/panel';
import { comparedToPeer, PaperMemory } from '../bench/peer';
import { measurePageBar, seedSeenPapers } from '../bench/page-bar';
import { measureFirstRows, measurePopup } from '../bench/popup';
import { realisticPapers } from '../bench/realistic-papers';
import { measureSaving } from '../bench/saving';
import { measureFirstSearch, measureWarmSearch, openTimedPopup, timeSearch } from '../bench/search';
import { seedLibrary, seedTable, waitForIndex } from '../bench/seed';
import { measureBundles } from '../bench/sizes';
import {
  asTable,
  type Figure,
  kibibytes,
  megabytes,
  median,
  milliseconds,
  percentile,
} from '../bench/table';
import { yearOfVisits } from '../bench/year-of-visits';
import { Papershelf, quietArguments } from '../e2e/support/papershelf';
import { ORIGIN, Site } from '../e2e/support/site';
import { sampleListing } from '../fixtures/sample-listing';
import { buildForChrome, openBuildForChrome } from './builds';
import { ensureChromium } from './chromium';
import { runSteps } from './step';

/**
 * `npm run bench`: the figures with goals in the design, with their baselines.
 * `npm run bench -- 10000` measures only a library of that size, `--only panel,opening` only these
 * parts; `npm run bench -- --peer DIR` the same actions here and in the unpacked PaperMemory in
 * `DIR`, alternately.
 */
const COUNTS = [100, 1000, 10_000, 100_000];
/** The size of the library compared with. */
const SMALL = 100;
const FIRST_SEARCHES = 8;

const { count, peer, parts } = benchArguments(process.argv.slice(2));

await runSteps([buildForChrome, openBuildForChrome]);
const executablePath = await ensureChromium();
const site = new Site();
site.serve('/papers', sampleListing({ count: 105 }));

const figures: Figure[] = [];
if (peer === undefined) await measureAll(count === undefined ? COUNTS : [count]);
// npm runs scripts in the root of the project.
else await measurePeer(resolve(process.env['INIT_CWD'] ?? '', peer), 10_000);
console.log(asTable(figures));

async function measureAll(counts: readonly number[]): Promise<void> {
  const measures: Record<Part, () => Promise<void>> = {
    listing: () =>
      inBrowser(async (papershelf) => {
        figures.push(...(await measureListing(papershelf, `${ORIGIN}/papers`)));
        figures.push(await measureSaving(papershelf));
      }),
    panel: () =>
      inBrowser(async (papershelf) => {
        figures.push(...(await measurePanel(papershelf, '/papers')));
      }),
    share: measureShare,
    'page-bar': () => measureBar(50_000),
    year: measureYear,
    library: () =>
      withProfile(async (small) => {
        await fillLibrary(small, SMALL);
        for (const size of counts) await measureLibraryOf(size, small);
      }),
    opening: () => measureOpening(1000),
    import: () => measureImport(10_000),
    sizes: async () => void figures.push(...(await measureBundles())),
  };
  for (const part of PARTS) if (parts.includes(part)) await measures[part]();
}

/** What the extension adds to a listing. */
async function measureShare(): Promise<void> {
  console.error('A listing with and without the extension …');
  await withProfile(async (profile) => {
    const bare = await chromium.launchPersistentContext(profile, {
      executablePath,
      viewport: { width: 1280, height: 900 },
      args: quietArguments,
    });
    try {
      await site.install(bare);
      await inBrowser(async ({ context }) => {
        figures.push(...(await measureListingShare(context, bare, `${ORIGIN}/papers`)));
      });
    } finally {
      await bare.close();
    }
  });
}

/** @param folder an unpacked PaperMemory */
async function measurePeer(folder: string, count: number): Promise<void> {
  await withProfile((ours) =>
    withProfile(async (theirs) => {
      await fillLibrary(ours, count);
      const peer = await PaperMemory.launch(folder, { executablePath, profile: theirs, site });
      try {
        await peer.store([...realisticPapers(0, count)]);
        await inBrowser(async (papershelf) => {
          figures.push(...(await comparedToPeer(papershelf, peer)));
        }, ours);
      } finally {
        await peer.close();
      }
      const today = new Date().toISOString().slice(0, 10);
      console.log(
        `PaperMemory ${peer.version}, ${count.toLocaleString('en')} papers each, ${today}\n`,
      );
    }),
  );
}

async function measureBar(count: number): Promise<void> {
  console.error(`A listing with ${count} papers in store …`);
  await inBrowser((full) =>
    inBrowser(async (empty) => {
      await seedSeenPapers(full, count);
      figures.push(await measurePageBar(full, empty, `${ORIGIN}/papers`, count));
    }),
  );
}

/** The disk space of a year of daily visits. */
async function measureYear(): Promise<void> {
  console.error('A year of daily visits …');
  const { papers, sightings, visits, seen } = yearOfVisits();
  await withProfile(async (profile) => {
    const bytesWith = async (tables: Record<string, readonly object[]>): Promise<number> => {
      await inBrowser(async (papershelf) => {
        const { page } = await papershelf.openLibrary();
        await page.waitForTimeout(1000);
        for (const [table, rows] of Object.entries(tables)) await seedTable(page, table, rows);
      }, profile);
      // The browser compacts its logs at start.
      let bytes = 0;
      await inBrowser(async (papershelf) => {
        await papershelf.openLibrary();
        bytes = await bytesOnDisk(profile, papershelf.extensionId);
      }, profile);
      return bytes;
    };
    const facts = await bytesWith({ papers });
    const all = await bytesWith({ sightings, visits, seen });
    const number = (rows: readonly object[]) => rows.length.toLocaleString('en');
    figures.push({
      what: `disk, a year of daily visits: ${number(papers)} papers, ${number(sightings)} sightings, ${number(visits)} visits`,
      value: `${megabytes(all)}, ${megabytes(all - facts)} of it sightings, visits and seen papers`,
      goal: '',
    });
  });
}

/**
 * Seeds the library of a profile.
 * @returns the time of the indexing, ms
 */
async function fillLibrary(profile: string, count: number): Promise<number> {
  let indexing = NaN;
  await inBrowser(async (papershelf) => {
    const { page } = await papershelf.openLibrary();
    await page.waitForTimeout(1000);
    await seedLibrary(page, realisticPapers(0, count));
    const seeded = performance.now();
    await waitForIndex(page);
    indexing = performance.now() - seeded;
    await page.close();
  }, profile);
  return indexing;
}

/**
 * Measures everything that depends on the size of the library.
 * @param small a profile with `SMALL` papers
 */
async function measureLibraryOf(count: number, small: string): Promise<void> {
  console.error(`A library of ${count} papers …`);
  const papers = `${count.toLocaleString('en')} papers`;
  await withProfile(async (profile) => {
    figures.push({
      what: `search index built, ${papers}`,
      value: milliseconds(await fillLibrary(profile, count)),
      goal: '',
    });
    await inBrowser(
      (large) =>
        inBrowser(async (comparison) => {
          const browsers = [large, comparison];
          const { open, closed } = await measurePopup(browsers);
          figures.push(
            comparedToSmall(`popup, open to first rows, ${papers}`, open),
            comparedToSmall(`popup, store closed before, ${papers}`, closed),
          );
          const edit = await measureEditing(browsers, `arxiv:2301.00001`);
          const what = `one edit, from message to durable, ${papers}`;
          figures.push(comparedToSmall(what, edit, count <= 10_000 ? 1.2 : 1.3));
        }, small),
      profile,
    );
    await inBrowser(async (papershelf) => {
      await measureSearches(papershelf, count);
      await measureHeaps(papershelf, count);
      if (count === 1000) {
        const { change, bare } = await measureBulkChange(papershelf);
        figures.push({
          what: 'status of 1,000 papers, from click to Undo button',
          value: milliseconds(change),
          baseline: `${milliseconds(bare)} bare read and write`,
          ratio: (change / bare).toFixed(2),
          goal: '',
        });
      }
      if (count <= 10_000) {
        figures.push({
          what: `export as BibTeX, ${papers}`,
          value: milliseconds(await measureExporting(papershelf)),
          goal: count === 10_000 ? '≤ 1 s' : '',
        });
      }
    }, profile);
    await measureFirstSearches(profile, count);
  });
}

/** The first rows of popup and library page, against those of a page without any library. */
async function measureOpening(count: number): Promise<void> {
  console.error('Opening the pages …');
  await withProfile(async (profile) => {
    await fillLibrary(profile, count);
    const extensionDir = await withBarePage(join(profile, 'extension'));
    await inBrowser(
      async (papershelf) => {
        const { popup, library, bare } = await measureFirstRows(papershelf);
        const against = (what: string, time: number, goal: string): Figure => ({
          what: `${what}, open to first rows, ${count.toLocaleString('en')} papers`,
          value: milliseconds(time),
          baseline: `${milliseconds(bare)} of a bare page`,
          ratio: (time / bare).toFixed(2),
          goal,
        });
        figures.push(against('popup', popup, '≤ 2 ×'), against('library page', library, ''));
      },
      profile,
      extensionDir,
    );
  });
}

/** A figure compared with a library of `SMALL`, ms each; `most` is the goal's ratio. */
function comparedToSmall(
  what: string,
  [large = NaN, small = NaN]: readonly number[],
  most = 1.3,
): Figure {
  return {
    what,
    value: milliseconds(large),
    baseline: `${milliseconds(small)} with ${SMALL}`,
    ratio: (large / small).toFixed(2),
    goal: `≤ ${most} × with ${SMALL}`,
  };
}

async function measureSearches(papershelf: Papershelf, count: number): Promise<void> {
  const times = await measureWarmSearch(papershelf);
  const bare = await measureBareSearch(papershelf);
  const p95 = percentile(times, 0.95);
  figures.push({
    what: `search, from key to painted results, ${count.toLocaleString('en')} papers, p50 / p95 / max`,
    value: [median(times), p95, Math.max(...times)].map(milliseconds).join(' / '),
    baseline: `${milliseconds(percentile(bare, 0.95))} p95 of 20 records read and drawn`,
    ratio: (p95 / percentile(bare, 0.95)).toFixed(1),
    goal: count >= 100_000 ? 'p95 ≤ 300 ms' : 'p95 ≤ 50 ms',
  });
}

async function measureFirstSearches(profile: string, count: number): Promise<void> {
  const times: number[] = [];
  for (let start = 0; start < FIRST_SEARCHES; start += 1) {
    await inBrowser(async (papershelf) => {
      times.push(await measureFirstSearch(papershelf));
    }, profile);
  }
  figures.push({
    what: `first search of a new browser process, ${count.toLocaleString('en')} papers, p50 / worst of ${FIRST_SEARCHES}`,
    value: [median(times), Math.max(...times)].map(milliseconds).join(' / '),
    goal: count >= 100_000 ? '≤ 300 ms' : '≤ 150 ms',
  });
  await inBrowser(async (papershelf) => {
    const bytes = await bytesOnDisk(profile, papershelf.extensionId);
    figures.push({
      what: `disk, ${count.toLocaleString('en')} papers, with index`,
      value: `${megabytes(bytes)}, ${kibibytes(bytes / count)} per paper`,
      goal: '',
    });
  }, profile);
}

async function measureHeaps(papershelf: Papershelf, count: number): Promise<void> {
  const popup = await openTimedPopup(papershelf);
  await timeSearch(popup, 'model');
  await popup.waitForTimeout(1500);
  const popupHeap = await heapOf(popup);
  await popup.close();
  const { page } = await papershelf.openLibrary();
  await page.locator('.row').first().waitFor();
  await page.waitForTimeout(4000);
  const libraryHeap = await heapOf(page);
  await page.close();
  const papers = count.toLocaleString('en');
  figures.push(
    {
      what: `heap of the popup after a search, ${papers} papers`,
      value: megabytes(popupHeap),
      goal: '≤ 30 MB',
    },
    {
      what: `heap of the library page, ${papers} papers`,
      value: megabytes(libraryHeap),
      goal: '≤ 150 MB',
    },
  );
}

async function measureImport(count: number): Promise<void> {
  console.error(`Import of ${count} papers …`);
  await inBrowser(async (papershelf) => {
    const { preview, write, bare } = await measureImporting(papershelf, [
      ...realisticPapers(0, count),
    ]);
    figures.push({
      what: `import of ${count.toLocaleString('en')} papers from a backup: preview, then writing`,
      value: `${milliseconds(preview)}, ${milliseconds(write)}`,
      baseline: `${milliseconds(bare)} bare puts`,
      ratio: ((preview + write) / bare).toFixed(2),
      goal: '≤ 3 ×',
    });
  });
}

/** Runs `work` with a temporary profile. */
async function withProfile(work: (profile: string) => Promise<void>): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'papershelf-bench-'));
  try {
    await work(profile);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** Runs `work` in a new browser, with `profile` or an empty library. */
async function inBrowser(
  work: (papershelf: Papershelf) => Promise<void>,
  profile?: string,
  extensionDir?: string,
): Promise<void> {
  if (profile === undefined) return withProfile((fresh) => inBrowser(work, fresh));
  const papershelf = await Papershelf.launch({
    executablePath,
    profile,
    site,
    ...(extensionDir !== undefined && { extensionDir }),
  });
  // tsx wraps named functions in this helper, also those passed to the page.
  await papershelf.context.addInitScript('globalThis.__name ??= (named) => named;');
  try {
    await work(papershelf);
  } finally {
    await papershelf.close();
  }
}
