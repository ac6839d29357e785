import { readFile } from 'node:fs/promises';
import { parse as parseBibTeX } from '@retorquere/bibtex-parser';
import Papa from 'papaparse';
import { hasCaptures, readCapture } from '../fixtures/captures';
import { sampleListing, sampleTitles } from '../fixtures/sample-listing';
import { expect, test } from './support/fixtures';
import { exportFormats, type ExportFormatName } from './support/names';
import type { PaperList } from './support/paper-list';
import { risRecords } from './support/ris';

/** A listing and the titles of up to three of its papers; the test finds the rest in the listing. */
const listings = [
  {
    name: 'an invented listing',
    html: () => sampleListing(),
    titles: sampleTitles.slice(0, 3),
  },
  ...(hasCaptures
    ? [
        {
          name: 'a captured listing',
          html: () => readCapture('rendered/daily-2026-03-12--dark.html'),
          titles: ['OpenClaw-RL: Train Any Agent Simply by Talking'],
        },
      ]
    : []),
];

for (const { name, html, titles } of listings) {
  test(`saves, edits, restarts and exports from ${name}`, async ({
    site,
    openListing,
    openPopup,
    openLibrary,
    killWorker,
    restart,
  }) => {
    test.setTimeout(120_000);
    site.serve('/papers/date/2026-03-12', html());
    const listing = await openListing('/papers/date/2026-03-12');
    await expect(listing.saveButtons.first()).toBeVisible();
    const chosen = [...titles];
    for (const link of await listing.cards.getByRole('heading').all()) {
      if (chosen.length === 3) break;
      const title = ((await link.textContent()) ?? '').trim();
      if (!chosen.includes(title)) chosen.push(title);
    }
    const [first, second, third] = chosen as [string, string, string];

    await listing.save(first);
    await killWorker();
    await listing.save(second);
    await listing.save(third);

    const popup = await openPopup();
    await popup.tab('Library').click();
    await popup.openPaper(second);
    await popup.entry.setStatus('Reading');
    await popup.entry.addTag('scene graphs');
    await popup.entry.addTag('architecture/ssm');
    await popup.entry.note.fill(
      'Fig. 3: **100%** of {braces} & _signs_, "quoted"\nand a second line.',
    );
    await expect(popup.entry.note).toBeFocused();
    // Closed while typing; the note must be kept.
    await popup.page.close();

    let library = await openLibrary();
    await expect(library.papers).toHaveCount(3);
    await library.openPaper(second);
    await expect(library.entry.status('Reading')).toBeChecked();
    await expect(library.entry.note).toHaveValue(/Fig\. 3: .*\nand a second line\./);

    const again = await restart();
    library = await again.openLibrary();
    await expect(library.papers).toHaveCount(3);
    const files = new Map<ExportFormatName, string>();
    for (const format of exportFormats) files.set(format, await exportText(library, format));

    const { entries, errors } = parseBibTeX(files.get('BibTeX') ?? '', { sentenceCase: false });
    expect(errors).toEqual([]);
    expect(entries).toHaveLength(3);
    const cited = entries.find(({ fields }) => fields.note ?? fields['annote']);
    expect(String(cited?.fields['annote'])).toContain('100%');
    expect(cited?.fields['keywords']).toEqual(
      expect.arrayContaining(['scene graphs', 'architecture/ssm']),
    );
    expect(cited?.fields['author']?.length).toBeGreaterThan(0);

    expect(risRecords(files.get('RIS') ?? '')).toHaveLength(3);
    const csl = JSON.parse(files.get('CSL-JSON') ?? '') as { title: string; type: string }[];
    expect(csl.map(({ type }) => type)).toEqual(['article', 'article', 'article']);
    // In the displayed order: the newest save first.
    expect(csl.map(({ title }) => title)).toEqual([third, second, first]);
    for (const title of chosen) expect(files.get('Markdown')).toContain(title.slice(0, 12));
    const csv = Papa.parse<Record<string, string>>(files.get('CSV') ?? '', {
      header: true,
      skipEmptyLines: true,
    });
    expect(csv.errors).toEqual([]);
    expect(csv.data).toHaveLength(3);
    const backup = JSON.parse(files.get('Backup (JSON)') ?? '') as { entries: { note: string }[] };
    expect(backup.entries.map(({ note }) => note).filter(Boolean)).toEqual([
      'Fig. 3: **100%** of {braces} & _signs_, "quoted"\nand a second line.',
    ]);

    const back = await again.openListing('/papers/date/2026-03-12');
    for (const title of chosen) await back.expectSaved(title);
    // A captured page makes requests of its own.
    if (name === 'an invented listing') expect(site.blockedRequests).toEqual([]);
  });
}

async function exportText(library: PaperList, format: ExportFormatName): Promise<string> {
  await library.exportMenu.button.click();
  await expect(library.exportMenu.item(format)).toBeVisible();
  // A press elsewhere closes the menu.
  await library.page.mouse.click(1, 1);
  await expect(library.exportMenu.item(format)).toBeHidden();
  const download = await library.exportMenu.download(format);
  expect(download.suggestedFilename()).toMatch(/^papershelf-\d{4}-\d{2}-\d{2}\.[a-z.]+$/);
  return readFile(await download.path(), 'utf8');
}
