// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ChooseSource } from '@/entrypoints/library/import/ChooseSource';
import { EarlierImports } from '@/entrypoints/library/import/EarlierImports';
import { ImportPreview } from '@/entrypoints/library/import/ImportPreview';
import { ImportResult, type ImportDone } from '@/entrypoints/library/import/ImportResult';
import { placedProblems, problemsAsText } from '@/entrypoints/library/import/import-messages';
import type { ReadSource } from '@/entrypoints/library/import/read-source';
import { useFileDrop } from '@/entrypoints/library/import/use-file-drop';
import type { ImportPlan } from '@/lib/library/import/import-papers';
import type { PaperId } from '@/lib/papers/paper-id';
import { useEnglish } from '../components/english';
import { plannedPaper } from './import-plans';

useEnglish();
afterEach(cleanup);
// The virtual list needs a height.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});

const REFS: ReadSource = {
  name: 'refs.bib',
  format: 'BibTeX',
  encoding: undefined,
  problems: [],
};

const hatchling = plannedPaper({
  known: {
    entry: {
      status: 'reading',
      editedAt: { status: 5 },
      tags: ['brain'],
      note: 'Mine.\nSecond line.',
    },
  },
  file: { status: 'read', tags: ['Brain', 'thesis'], note: 'From the file.', rating: 4 },
  facts: { abstract: 'An abstract.' },
  line: 12,
});
const fresh = [1, 2, 3].map((n) =>
  plannedPaper({
    paper: { id: `arxiv:2501.0000${n}`, title: `New one ${n}` },
    file: { tags: ['thesis'] },
  }),
);
const same = plannedPaper({
  paper: { id: 'arxiv:2501.00009', title: 'Same one' },
  known: { entry: {} },
});

function show({
  plan = [...fresh, hatchling, same],
  sources = [REFS],
  excluded = [],
  dismissed = 0,
}: {
  plan?: ImportPlan;
  sources?: ReadSource[];
  excluded?: PaperId[];
  dismissed?: number;
} = {}) {
  const onInclude = vi.fn();
  const onCopyProblems = vi.fn(() => Promise.resolve());
  render(
    <ImportPreview
      sources={sources}
      plan={plan}
      dismissed={dismissed}
      problemCount={sources.flatMap(({ problems }) => problems).length}
      isExcluded={(id) => excluded.includes(id)}
      onInclude={onInclude}
      onCopyProblems={onCopyProblems}
    />,
  );
  return { onInclude, onCopyProblems };
}

function choose(tab: string): void {
  fireEvent.click(screen.getByRole('tab', { name: new RegExp(tab) }));
}

function cellsByField(): Record<string, (string | null)[]> {
  const [, ...rows] = within(screen.getByRole('table')).getAllByRole('row');
  return Object.fromEntries(
    rows.map((row) => [
      within(row).getByRole('rowheader').textContent,
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ]),
  );
}

test('the preview shows what was read and only groups with papers', () => {
  show();

  expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('5 papers in refs.bib');
  expect(document.activeElement?.textContent).toBe('5 papers in refs.bib');
  expect(screen.getByText(/Read as BibTeX/)).toBeTruthy();
  expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual([
    'New3',
    'Merged1',
    'Unchanged1',
  ]);
});

test('the preview shows the number of dismissed papers', () => {
  show({ dismissed: 1200 });

  expect(
    screen.getByText(/Deselect what you don’t want\. The import will dismiss 1,200 papers/),
  ).toBeTruthy();
});

test('the preview offers dismissals when all papers are unchanged', () => {
  show({ plan: [same], dismissed: 1 });

  const summary = screen.getByText(
    /The import will dismiss 1 paper that was dismissed in the backup\./,
  );
  expect(summary.textContent).toContain('Nothing has been imported yet.');
  expect(summary.textContent).not.toMatch(/nothing to import|Take out/);
});

test.each([
  ['new ones', 3, /The import will dismiss 3 papers/],
  ['known ones', 0, /There is nothing to import/],
])('the preview has no groups for a backup of dismissals only: %s', (_, dismissed, words) => {
  show({ plan: [], dismissed });

  expect(document.activeElement?.textContent).toBe('Only dismissed papers in refs.bib');
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.queryByRole('tablist')).toBeNull();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('the preview cuts overlong fields', () => {
  const tags = Array.from({ length: 5000 }, (_, number) => `tag ${number}`);
  const long = plannedPaper({
    paper: { id: 'arxiv:2501.00007', title: 'Long one' },
    known: { entry: { tags: ['brain'], note: 'Mine.' } },
    file: { tags, note: 'x'.repeat(400_000) },
    facts: { abstract: 'y'.repeat(90_000) },
  });
  show({ plan: [long] });
  fireEvent.click(screen.getByRole('button', { name: 'Long one' }));

  const { Tags, Note, Abstract } = cellsByField();
  expect(Tags?.[1]).toContain('tag 199');
  expect(Tags?.[1]).not.toContain('tag 200');
  expect(Tags?.[1]).toContain('4800 more');
  expect(Tags?.[2]).toContain('tag 0');
  expect(Note?.[2]).toMatch(/^Mine\.\s*x+…$/);
  expect(Note?.[2]?.length).toBeLessThan(11_000);
  expect(Abstract?.[2]).toMatch(/^y+…$/);
  expect(Abstract?.[2]).toHaveLength(10_001);
});

test('a merged paper shows its changes in short, and field by field when opened', () => {
  show();
  choose('Merged');

  const row = screen.getByRole('listitem');
  expect(row.textContent).toContain('Rating: 4 of 5');
  expect(row.textContent).toContain('Both notes kept');
  expect(row.textContent).toContain('Adds: Abstract');
  expect(row.querySelector('ins')?.textContent).toBe('thesis');
  // The reader's status is kept.
  expect(row.textContent).not.toContain('Status');

  const title = screen.getByRole('button', { name: 'The Dragon Hatchling' });
  expect(title.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(title);
  expect(title.getAttribute('aria-expanded')).toBe('true');

  const cells = cellsByField();
  expect(cells).toMatchObject({
    Status: ['Reading', 'Read', expect.stringContaining('kept')],
    Rating: ['empty', '4 of 5', '4 of 5'],
    Abstract: ['empty', 'An abstract.', 'An abstract.'],
  });
  expect(cells['Note']?.[2]).toContain('Mine.\nSecond line.');
  const added = screen.getByRole('table').querySelector('.merge-note ins');
  expect(added?.textContent?.trim()).toBe('From the file.');
  expect(row.textContent).toContain('Line 12');
});

test.each([
  ['of an existing entry', 'Unchanged', { entry: {} }],
  ['of a paper from a page', 'New', {}],
])('facts %s are kept, next to those in the file', (_, tab, entry) => {
  const authors = ['Ada Quill'];
  const planned = plannedPaper({
    known: { paper: { authors, publishedOn: '2025-09-30' }, ...entry },
    facts: { title: 'Dragon Hatchling, v2', authors, publishedOn: '2025-09-01' },
  });
  show({ plan: [planned] });
  choose(tab);
  fireEvent.click(screen.getByRole('button', { name: 'The Dragon Hatchling' }));

  expect(cellsByField()).toEqual({
    Title: ['The Dragon Hatchling', 'Dragon Hatchling, v2', 'The Dragon Hatchlingkept'],
    Published: ['2025-09-30', '2025-09-01', '2025-09-30kept'],
  });
});

test.each<[PaperId, string, string]>([
  ['arxiv:2501.00001', '', 'Only its ID is known. Title, authors and abstract are filled in when'],
  [
    'arxiv:2501.00001',
    'A title',
    'Only its ID and title are known. Authors and abstract are filled in when',
  ],
  [
    'doi:10.1000/shelf',
    'A title',
    'Only its DOI and title are known. It does not seem to be on arXiv',
  ],
  ['title:c36db3f5', 'A title', 'Only its title is known. It does not seem to be on arXiv'],
])(
  'says what is missing of paper %s with the title "%s", and whether it can be found',
  (id, title, words) => {
    show({ plan: [plannedPaper({ paper: { id, title } })] });
    fireEvent.click(screen.getByRole('button', { name: title || id }));

    expect(screen.getByRole('listitem').textContent).toContain(words);
  },
);

test.each([
  ['is taken', 'hatchling', { takenKeys: ['hatchling'] }, 'hatchling becomes hatchlinga'],
  ['no program would read', 'hat{ch', {}, 'hat{ch becomes dragonhatchling'],
])('shows the replacement of a citation key that %s', (_, citationKey, given, becomes) => {
  show({ plan: [plannedPaper({ file: { citationKey }, ...given })] });

  expect(screen.getByRole('listitem').textContent).toContain(`Citation key: ${becomes}`);
});

test('shows which of two citation keys in the file is kept', () => {
  const planned = plannedPaper({ file: { citationKey: 'first' } });
  const { record } = planned;
  const second = { ...record.records[0]!, entry: { citationKey: 'second' }, line: 9 };
  show({ plan: [{ ...planned, record: { ...record, records: [...record.records, second] } }] });

  expect(screen.getByRole('listitem').textContent).toContain('Citation key: second becomes first');
});

test('shows nothing for an unchanged citation key', () => {
  show({ plan: [plannedPaper({ file: { citationKey: 'müller2020' } })] });
  fireEvent.click(screen.getByRole('button', { name: 'The Dragon Hatchling' }));

  expect(screen.getByRole('listitem').textContent).not.toContain('Citation key');
});

test('keeps the citation key of an entry and shows that in the file', () => {
  show({ plan: [plannedPaper({ known: { entry: {} }, file: { citationKey: 'hatchling' } })] });
  choose('Unchanged');
  fireEvent.click(screen.getByRole('button', { name: 'The Dragon Hatchling' }));

  expect(cellsByField()).toEqual({
    'Citation key': ['kosowski2025dragon', 'hatchling', 'kosowski2025dragonkept'],
  });
});

test('unchanged papers can be opened but not excluded', () => {
  show();
  choose('Unchanged');

  expect(screen.getByRole('button', { name: 'Same one' })).toBeTruthy();
  expect(screen.queryAllByRole('checkbox')).toEqual([]);
});

test('shows papers that move to the trash', () => {
  show({ plan: [plannedPaper({ file: { removedAt: 5 } })] });

  expect(screen.getByRole('listitem').textContent).toContain('Moves to the trash');
});

test('checkboxes exclude a paper or a whole group', () => {
  const left = fresh[1]!.paper.id;
  const { onInclude } = show({ excluded: [left] });

  const all = screen.getByRole('checkbox', { name: 'Import all of these' }) as HTMLInputElement;
  expect(all.indeterminate).toBe(true);
  expect(screen.getByText('2 of 3')).toBeTruthy();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Import New one 1' }));
  expect(onInclude).toHaveBeenLastCalledWith([fresh[0]!.paper.id], false);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Import New one 2' }));
  expect(onInclude).toHaveBeenLastCalledWith([left], true);
  fireEvent.click(all);
  expect(onInclude).toHaveBeenLastCalledWith(
    fresh.map(({ paper }) => paper.id),
    true,
  );
});

test('j moves in the preview, and x excludes a paper', () => {
  const { onInclude } = show();
  const titles = screen.getAllByRole('button', { name: /^New one/ });
  expect(titles.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);

  titles[0]!.focus();
  fireEvent.keyDown(titles[0]!, { key: 'j' });
  expect(document.activeElement).toBe(titles[1]);
  fireEvent.keyDown(titles[1]!, { key: 'x' });
  expect(onInclude).toHaveBeenCalledExactlyOnceWith([fresh[1]!.paper.id], false);
});

test('shows problems with file, line and excerpt, and copies them', async () => {
  const { onCopyProblems } = show({
    sources: [
      {
        ...REFS,
        encoding: 'Windows-1252',
        problems: [
          { code: 'bad-entry', line: 12, excerpt: '@article{oops' },
          { code: 'truncated', line: 40 },
        ],
      },
    ],
  });
  expect(screen.getByText(/refs.bib is not UTF-8 and was read as Windows-1252/)).toBeTruthy();
  choose('Problems');

  const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(rows[0]).toContain('Line 12');
  expect(rows[0]).toContain('@article{oops');
  expect(rows[1]).toContain('cut off');
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Copy problems' }));
  });
  expect(onCopyProblems).toHaveBeenCalledOnce();
  expect(screen.getByRole('status').textContent).toBe('Copied');
});

test('copied problems have one line each, with their place', () => {
  const text = problemsAsText(
    placedProblems([
      { ...REFS, problems: [{ code: 'no-identity', line: 3, excerpt: 'TY  - JOUR' }] },
      { ...REFS, name: 'a.png', problems: [{ code: 'not-text' }] },
    ]),
  );

  expect(text.split('\n').map((line) => line.slice(0, 25))).toEqual([
    'refs.bib: Line 3: This en',
    'a.png: This is not a text',
  ]);
  expect(text).toContain('«TY  - JOUR»');
});

test('reads chosen files or pasted text, but no empty text', () => {
  const onFiles = vi.fn();
  const onText = vi.fn();
  render(<ChooseSource onFiles={onFiles} onText={onText} />);
  const read = screen.getByRole('button', { name: 'Preview' }) as HTMLButtonElement;
  const field = screen.getByRole('textbox', { name: 'Paste arXiv IDs or links' });
  expect(read.disabled).toBe(true);

  fireEvent.input(field, { target: { value: '  math/0502036 ' } });
  fireEvent.submit(field.closest('form')!);
  expect(onText).toHaveBeenCalledExactlyOnceWith('  math/0502036 ');

  const picker = screen.getByLabelText('Choose files', { selector: 'input' });
  const files = [new File(['@misc{a}'], 'a.bib'), new File(['TY  -'], 'b.ris')];
  fireEvent.change(picker, { target: { files } });
  expect(onFiles).toHaveBeenCalledExactlyOnceWith(files);
});

function DropZone({ onFiles }: { onFiles: ((files: File[]) => void) | undefined }) {
  return <p>{useFileDrop(onFiles) ? 'held' : 'not held'}</p>;
}

function drag(type: string, files: File[]): Event {
  const event = new Event(type, { cancelable: true });
  Object.assign(event, { dataTransfer: { types: ['Files'], files, dropEffect: '' } });
  act(() => void dispatchEvent(event));
  return event;
}

test('reads a file dropped anywhere, and never lets the browser open it', () => {
  const onFiles = vi.fn();
  const file = new File(['@misc{a}'], 'a.bib');
  const { rerender } = render(<DropZone onFiles={onFiles} />);

  expect(drag('dragover', []).defaultPrevented).toBe(true);
  expect(screen.getByText('held')).toBeTruthy();
  expect(drag('drop', [file]).defaultPrevented).toBe(true);
  expect(onFiles).toHaveBeenCalledExactlyOnceWith([file]);
  expect(screen.getByText('not held')).toBeTruthy();

  rerender(<DropZone onFiles={undefined} />);
  expect(drag('dragover', []).defaultPrevented).toBe(true);
  expect(screen.getByText('not held')).toBeTruthy();
  expect(drag('drop', [file]).defaultPrevented).toBe(true);
  expect(onFiles).toHaveBeenCalledOnce();
});

const DONE: ImportDone = {
  at: 1,
  from: 'refs.bib',
  counts: { new: 1200, merges: 3, 'in-trash': 0, unchanged: 7 },
  dismissed: 0,
  excluded: 2,
  problemCount: 0,
  undone: false,
};

test('the result shows the counts with buttons to undo and to show the papers', () => {
  const onUndo = vi.fn();
  const onShow = vi.fn();
  render(<ImportResult done={DONE} onUndo={onUndo} onShow={onShow} />);

  expect(screen.getByRole('heading').textContent).toBe('1,203 papers imported');
  const words = screen.getAllByRole('term').map(({ textContent }) => textContent);
  expect(words).toEqual(['New', 'Merged', 'Unchanged', 'Excluded by you']);
  fireEvent.click(screen.getByRole('button', { name: 'Undo import' }));
  fireEvent.click(screen.getByRole('button', { name: 'Show in library' }));
  expect([onUndo, onShow].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

const NOTHING: ImportDone = { ...DONE, counts: { new: 0, merges: 0, 'in-trash': 0, unchanged: 7 } };

test('the result of an import of dismissals can be undone but shows no papers', () => {
  const onUndo = vi.fn();
  const done = { ...NOTHING, dismissed: 1 };
  const { rerender } = render(<ImportResult done={done} onUndo={onUndo} onShow={() => {}} />);

  expect(screen.getByRole('heading').textContent).toBe('1 paper dismissed');
  const words = screen.getAllByRole('term').map(({ textContent }) => textContent);
  expect(words).toEqual(['Unchanged', 'Dismissed', 'Excluded by you']);
  expect(screen.queryByRole('button', { name: 'Show in library' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Undo import' }));
  expect(onUndo).toHaveBeenCalledOnce();

  rerender(<ImportResult done={NOTHING} onUndo={onUndo} onShow={() => {}} />);
  expect(screen.getByRole('heading').textContent).toBe('Nothing was imported');
  expect(screen.queryAllByRole('button')).toEqual([]);
});

test('the result of an undone import has no buttons', () => {
  render(<ImportResult done={{ ...DONE, undone: true }} onUndo={() => {}} onShow={() => {}} />);

  expect(screen.getByRole('heading').textContent).toBe('The import was undone');
  expect(screen.queryAllByRole('button')).toEqual([]);
});

test('earlier imports can be undone by name', () => {
  const onUndo = vi.fn();
  const imports = [DONE, { ...DONE, at: 2, from: 'b.ris' }, { ...NOTHING, at: 3, dismissed: 4 }];
  render(<EarlierImports imports={imports} onUndo={onUndo} />);

  const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(rows[0]).toContain('1,203 papers imported');
  expect(rows[2]).toContain('4 papers dismissed');

  fireEvent.click(screen.getByRole('button', { name: /Undo import.*b\.ris/ }));
  expect(onUndo).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ from: 'b.ris' }));
});
