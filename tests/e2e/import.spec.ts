import type { Locator, Page } from '@playwright/test';
import { backup } from '../../lib/export/backup';
import type { Entry } from '../../lib/papers/entry';
import { aKnownPaper, anEntry } from '../fixtures/rows';
import { expect, test } from './support/fixtures';
import { storedRows } from './support/rows';

class ImportPage {
  readonly importButton: Locator;
  readonly undoButton: Locator;

  constructor(readonly page: Page) {
    this.importButton = page.getByRole('button', { name: /^Import [\d,]+ papers?$/ });
    this.undoButton = page.getByRole('button', { name: 'Undo import' });
  }

  async chooseFiles(...files: [name: string, text: string | Buffer][]): Promise<void> {
    const payloads = files.map(([name, text]) => {
      return { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
    });
    await this.page.locator('input[type=file]').setInputFiles(payloads);
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  row(title: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: title });
  }

  async open(title: string): Promise<void> {
    await this.page.getByRole('button', { name: title, exact: true }).click();
  }

  /** The cells of a field of the expanded paper: library, file, result. */
  fieldCells(field: string): Locator {
    const header = this.page.getByRole('rowheader', { name: field, exact: true });
    return this.page.getByRole('row').filter({ has: header }).getByRole('cell');
  }

  async importFile(name: string, text: string): Promise<void> {
    await this.chooseFiles([name, text]);
    await this.importButton.click();
    await expect(this.undoButton).toBeVisible();
    await this.page.getByRole('button', { name: 'Import more' }).click();
  }
}

async function openImport(open: () => Promise<{ page: Page }>): Promise<ImportPage> {
  const { page } = await open();
  await page.evaluate(() => (location.hash = '#/import'));
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
  return new ImportPage(page);
}

interface Saved {
  number: number;
  title?: string;
  words?: Partial<Entry>;
}

function backupOf(papers: readonly Saved[]): string {
  const records = papers.map(({ number, title = `Paper ${number}`, words }) => {
    const id = `arxiv:2401.${String(number).padStart(5, '0')}` as const;
    const savedAt = Date.UTC(2026, 1, 3);
    const given = { paperId: id, citationKey: `paper2024${number}`, savedAt, updatedAt: savedAt };
    return { entry: anEntry({ ...given, ...words }), paper: aKnownPaper({ id, title }) };
  });
  return backup.write(records, Date.UTC(2026, 2, 1));
}

const HATCHLING = 'The Dragon Hatchling';
const MINE: Saved = {
  number: 1,
  title: HATCHLING,
  words: {
    status: 'reading',
    tags: ['brain'],
    note: 'Fig. 3 is the one.',
    editedAt: { status: 5, tags: 5, note: 5 },
  },
};

const BIB = `@misc{hatchling,
  title = {${HATCHLING}},
  author = {Kosowski, Adrian and Uzna{\\'n}ski, Przemys{\\l}aw},
  eprint = {2401.00001},
  archiveprefix = {arXiv},
  keywords = {brain, thesis},
  annote = {For the introduction.}
}

@article{attention,
  title = {Attention Is All You Need},
  author = {Vaswani, Ashish},
  year = {2017},
  eprint = {1706.03762},
  archiveprefix = {arXiv}
}
`;

test('previews, merges and undoes a .bib file with new and saved papers', async ({
  openLibrary,
}) => {
  const importing = await openImport(openLibrary);
  const { page } = importing;
  await importing.importFile('mine.backup.json', backupOf([MINE]));
  const before = await storedRows(page);

  await importing.chooseFiles(['refs.bib', BIB]);
  await expect(page.getByRole('heading', { name: '2 papers in refs.bib' })).toBeFocused();
  await expect(importing.tab('New')).toHaveText(/1$/);
  await expect(importing.row('Attention Is All You Need')).toBeVisible();
  await importing.tab('Merged').click();
  await expect(importing.row(HATCHLING)).toContainText('Both notes kept');
  await importing.open(HATCHLING);
  await expect(importing.fieldCells('Note').nth(0)).toHaveText('Fig. 3 is the one.');
  await expect(importing.fieldCells('Note').nth(1)).toHaveText('For the introduction.');
  await expect(importing.fieldCells('Note').nth(2)).toContainText('Fig. 3 is the one.');
  await expect(importing.fieldCells('Note').nth(2).locator('ins')).toContainText(
    'For the introduction.',
  );
  await expect(importing.fieldCells('Tags').nth(2).locator('ins')).toHaveText('thesis');
  expect(await storedRows(page)).toEqual(before);

  await importing.importButton.click();
  await expect(page.getByRole('heading', { name: '2 papers imported' })).toBeFocused();
  const { entries } = await storedRows(page);
  const merged = entries.find(({ paperId }) => paperId === 'arxiv:2401.00001');
  expect(merged).toMatchObject({ status: 'reading', tags: ['brain', 'thesis'] });
  expect(merged?.note).toContain('Fig. 3 is the one.');
  expect(merged?.note).toContain('For the introduction.');
  expect(entries.map(({ paperId }) => paperId)).toContain('arxiv:1706.03762');

  // Undo is still possible after visiting the library.
  await page.getByRole('button', { name: 'Show in library' }).click();
  await expect(importing.row('Attention Is All You Need')).toBeVisible();
  await expect(page.getByText('Imported papers only')).toBeVisible();
  await page.evaluate(() => (location.hash = '#/import'));
  await importing.undoButton.click();
  await expect(page.getByRole('heading', { name: 'The import was undone' })).toBeFocused();
  const after = await storedRows(page);
  expect(after.entries).toEqual(before.entries);
  expect(after.papers).toEqual(before.papers);
});

test('does not import excluded papers', async ({ openLibrary }) => {
  const importing = await openImport(openLibrary);
  await importing.chooseFiles(['refs.bib', BIB]);
  await importing.page.getByRole('checkbox', { name: 'Import The Dragon Hatchling' }).uncheck();
  await expect(importing.importButton).toHaveText('Import 1 paper');
  await importing.importButton.click();

  await expect(importing.page.getByText('Excluded by you')).toBeVisible();
  const { entries } = await storedRows(importing.page);
  expect(entries.map(({ paperId }) => paperId)).toEqual(['arxiv:1706.03762']);
});

test('offers the readable part of a truncated backup', async ({ openLibrary }) => {
  const importing = await openImport(openLibrary);
  const whole = backupOf(Array.from({ length: 40 }, (_, number) => ({ number })));
  const cut = whole.slice(0, whole.indexOf('"paper202430"'));
  await importing.chooseFiles(['cut.backup.json', cut]);

  await importing.tab('Problems').click();
  await expect(importing.page.getByText('The file ends too early')).toBeVisible();
  await importing.importButton.click();
  await expect(importing.page.getByRole('heading', { name: '30 papers imported' })).toBeVisible();
});

test('shows a problem for each unreadable file, and lets the reader choose another', async ({
  openLibrary,
}) => {
  const importing = await openImport(openLibrary);
  const { page } = importing;
  await importing.chooseFiles(
    ['paper.pdf', Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n', 'latin1')],
    ['new.backup.json', '{"format":"papershelf-backup","version":99,"entries":[]}'],
    ['milk.txt', 'Buy milk.'],
  );

  await expect(page.getByRole('heading', { name: 'Nothing could be read' })).toBeFocused();
  await expect(importing.row('paper.pdf')).toContainText('not a text file');
  await expect(importing.row('new.backup.json')).toContainText('newer version of Papershelf');
  await expect(importing.row('milk.txt')).toContainText('does not recognize this format');
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
});

test('reads a file in another encoding, and shows it', async ({ openLibrary }) => {
  const importing = await openImport(openLibrary);
  const latin = Buffer.from('@misc{c, title = {Caf\u00e9 Models}, year = 2024}', 'latin1');
  await importing.chooseFiles(['old.bib', latin]);

  await expect(importing.row('Caf\u00e9 Models')).toBeVisible();
  await expect(importing.page.getByText('was read as Windows-1252')).toBeVisible();
});

test('accepts pasted arXiv ids and links, including old ids', async ({ openLibrary }) => {
  const importing = await openImport(openLibrary);
  const { page } = importing;
  await page
    .getByRole('textbox', { name: 'Paste arXiv IDs or links' })
    .fill('See https://arxiv.org/abs/1706.03762v5, and\nmath/0502036 (old).');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: '2 papers in the pasted text' })).toBeVisible();
  await importing.importButton.click();
  await expect(importing.undoButton).toBeVisible();

  const { entries } = await storedRows(page);
  expect(entries.map(({ paperId }) => paperId).sort()).toEqual([
    'arxiv:1706.03762',
    'arxiv:math/0502036',
  ]);
});

test('accepts a file dropped anywhere on the view', async ({ openLibrary }) => {
  const importing = await openImport(openLibrary);
  const { page } = importing;
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'refs.bib'));
    return transfer;
  }, BIB);
  const view = page.getByRole('main');
  await view.dispatchEvent('dragover', { dataTransfer: dropped });
  await expect(page.getByText('Drop to preview')).toBeVisible();
  await view.dispatchEvent('drop', { dataTransfer: dropped });

  await expect(page.getByRole('heading', { name: '2 papers in refs.bib' })).toBeVisible();
});

test('cancels, runs and undoes an import of 10,000 papers', async ({ openLibrary }) => {
  test.setTimeout(240_000);
  const importing = await openImport(openLibrary);
  const { page } = importing;
  const words = { tags: ['big'], note: 'A note.\nWith two lines.' };
  const big = backupOf(Array.from({ length: 10_000 }, (_, number) => ({ number, words })));
  await importing.chooseFiles(['big.backup.json', big]);
  await expect(importing.importButton).toHaveText('Import 10,000 papers', { timeout: 60_000 });
  // The list renders only visible rows.
  await page.getByRole('button', { name: 'Paper 0', exact: true }).press('End');
  await expect(page.getByRole('button', { name: 'Paper 9999', exact: true })).toBeFocused();
  expect(await page.getByRole('listitem').count()).toBeLessThan(100);

  await importing.importButton.click();
  await expect(page.getByText(/^\d,\d00 of 10,000$/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled. Your library was not changed')).toBeVisible();
  expect(await storedRows(page)).toMatchObject({ papers: [], entries: [] });

  await importing.importButton.click();
  await expect(page.getByRole('heading', { name: '10,000 papers imported' })).toBeVisible({
    timeout: 120_000,
  });
  expect((await storedRows(page)).entries).toHaveLength(10_000);

  await importing.undoButton.click();
  await expect(page.getByRole('heading', { name: 'The import was undone' })).toBeVisible({
    timeout: 120_000,
  });
  expect(await storedRows(page)).toMatchObject({ papers: [], entries: [] });
});
