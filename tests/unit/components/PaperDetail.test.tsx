// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PaperDetail, type FieldWanted, type PaperActions } from '@/components/paper/PaperDetail';
import { DAY_MS } from '@/lib/shared/day';
import type { Entry } from '@/lib/papers/entry';
import type { KnownPaper } from '@/lib/papers/paper';
import { linksOf } from '@/lib/sites/links';
import { promised } from '../content-script/listing-for-tests';
import { useEnglish } from './english';
import { aKnownPaper, anEntry } from '../../fixtures/rows';

useEnglish();
afterEach(cleanup);

function actions(): PaperActions {
  return {
    save: vi.fn(async () => true),
    remove: vi.fn(async () => true),
    edit: vi.fn(async () => true),
    saveNote: async (_paper, _base, text) => text,
    leaveNote: vi.fn(),
    suggestTags: async () => [],
  };
}

function show(paper: KnownPaper, entry: Entry | undefined, mocks = actions()): PaperActions {
  render(
    <PaperDetail
      paper={paper}
      links={linksOf(paper)}
      entry={entry}
      history={[]}
      rise={undefined}
      actions={mocks}
      takesFocus
      onBack={() => {}}
      exportMenu={null}
      notices={null}
    />,
  );
  return mocks;
}

test('focuses its title, so that it is read out', () => {
  show(aKnownPaper(), undefined);

  expect(document.activeElement).toBe(
    screen.getByRole('heading', { name: 'The Dragon Hatchling' }),
  );
});

test('shows a Save button and no fields for an unsaved paper', () => {
  const paper = aKnownPaper();
  const mocks = show(paper, undefined);

  expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Save to library' }));

  expect(mocks.save).toHaveBeenCalledExactlyOnceWith(paper);
});

test('focuses the wanted field once, as soon as it exists', () => {
  const [paper, mocks] = [aKnownPaper(), actions()];
  const onReached = vi.fn();
  const wanted: FieldWanted = { field: 'note', paperId: paper.id, onReached };
  const asSaved = (entry: Entry | undefined, wanted: FieldWanted) => (
    <PaperDetail
      paper={paper}
      links={linksOf(paper)}
      entry={entry}
      history={[]}
      rise={undefined}
      actions={mocks}
      takesFocus={false}
      wanted={wanted}
      onBack={() => {}}
      exportMenu={null}
      notices={null}
    />
  );
  const { rerender } = render(asSaved(undefined, wanted));
  const note = () => screen.getByRole('textbox', { name: 'Note' });
  rerender(asSaved(anEntry(), wanted));
  expect(document.activeElement).toBe(note());
  expect(onReached).toHaveBeenCalledExactlyOnceWith(note());

  // Saving again does not move the focus.
  rerender(asSaved(undefined, wanted));
  rerender(asSaved(anEntry(), wanted));
  expect(document.activeElement).not.toBe(note());
  expect(onReached).toHaveBeenCalledOnce();
  rerender(asSaved(anEntry(), { field: 'note', paperId: paper.id }));
  expect(document.activeElement).toBe(note());
});

test('shows a Save button for a removed paper', () => {
  show(aKnownPaper(), anEntry({ removedAt: 5 }));

  expect(screen.getByRole('button', { name: 'Save to library' })).toBeTruthy();
});

test('shows status, tags, note and a Remove button for a saved paper', () => {
  const paper = aKnownPaper();
  const mocks = show(paper, anEntry({ tags: ['brain'], note: 'mine' }));

  expect((screen.getByRole('textbox', { name: 'Note' }) as HTMLTextAreaElement).value).toBe('mine');
  fireEvent.click(screen.getByRole('radio', { name: 'Reading' }));
  fireEvent.click(screen.getByRole('button', { name: 'Remove tag brain' }));
  fireEvent.click(screen.getByRole('button', { name: 'Remove from library' }));

  expect(mocks.edit).toHaveBeenCalledWith(paper, { kind: 'status', status: 'reading' });
  expect(mocks.edit).toHaveBeenCalledWith(paper, { kind: 'remove-tag', tag: 'brain' });
  expect(mocks.remove).toHaveBeenCalledExactlyOnceWith(paper);
});

test('links only to the web, without a referrer', () => {
  show(
    aKnownPaper({
      githubRepo: 'https://github.com/pathwaycom/bdh',
      githubStars: 1234,
      projectPage: 'javascript:alert(1)',
    }),
    undefined,
  );

  const links = screen.getAllByRole('link') as HTMLAnchorElement[];
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    'https://huggingface.co/papers/2509.26507',
    'https://arxiv.org/abs/2509.26507',
    'https://arxiv.org/pdf/2509.26507',
    'https://github.com/pathwaycom/bdh',
  ]);
  expect(links.every((link) => link.rel === 'noreferrer' && link.target === '_blank')).toBe(true);
});

test('says where to find a missing abstract', () => {
  show(aKnownPaper(), undefined);
  expect(screen.getByRole('region', { name: 'Abstract' }).textContent).toContain(
    'on the paper’s page',
  );
  cleanup();

  show(aKnownPaper({ id: 'doi:10.1000/shelf' }), undefined);
  expect(screen.getByRole('region', { name: 'Abstract' }).textContent).toBe(
    'No abstract: the imported file has none.',
  );
});

test('shows the first of many authors, and the others on request', () => {
  const authors = Array.from({ length: 664 }, (_, index) => `Ada Author${index}`);
  show(aKnownPaper({ authors }), undefined);

  expect(screen.queryByText(/Author663/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show 658 more authors' }));

  expect(screen.getByText(/Author663/)).toBeTruthy();
});

test('shows text of a page as text, never as HTML', () => {
  show(aKnownPaper({ title: '<img src=x>', abstract: '<b>bold</b>' }), undefined);

  expect(screen.getByRole('heading', { name: '<img src=x>' })).toBeTruthy();
  expect(screen.getByText('<b>bold</b>')).toBeTruthy();
});

test('shows the rise and the history of upvotes', () => {
  const friday = Date.now() - 3 * DAY_MS;
  render(
    <PaperDetail
      paper={aKnownPaper({ upvotes: 142 })}
      links={{}}
      entry={undefined}
      history={[
        { at: friday, upvotes: 100 },
        { at: Date.now(), upvotes: 142 },
      ]}
      rise={{ by: 42, since: friday }}
      actions={actions()}
      takesFocus={false}
      onBack={() => {}}
      exportMenu={null}
      notices={null}
    />,
  );
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'long' }).format(friday);

  expect(screen.getByText(`+42 since ${weekday}`)).toBeTruthy();
  expect(screen.getByText(`First seen ${weekday}`)).toBeTruthy();
  expect(screen.getByText('Upvotes: 100 → 142')).toBeTruthy();
});

test('focuses the note from its preview too', async () => {
  const onReached = vi.fn<(field: HTMLElement) => void>();
  const at = (wanted: FieldWanted | undefined) => (
    <PaperDetail
      paper={aKnownPaper()}
      links={{}}
      entry={anEntry({ note: '**Mine.**' })}
      history={[]}
      rise={undefined}
      actions={actions()}
      takesFocus={false}
      wanted={wanted}
      onBack={() => {}}
      exportMenu={null}
      notices={null}
    />
  );
  const { rerender } = render(at(undefined));
  fireEvent.click(screen.getByRole('button', { name: 'Preview' }));
  rerender(at({ field: 'note', paperId: aKnownPaper().id, onReached }));

  await waitFor(() => expect(onReached).toHaveBeenCalledOnce());
  const field = onReached.mock.lastCall?.[0];
  expect(field?.hidden).toBe(false);
  expect(document.activeElement).toBe(field);
});

describe('while it is being stored', () => {
  /** A paper's details whose entry a test delivers, and the write of its next action. */
  function open(entry: Entry | undefined) {
    const write = promised<boolean>();
    const does = actions();
    does.save = does.remove = does.edit = () => write.promise;
    const at = (stored: Entry | undefined) => (
      <PaperDetail
        paper={aKnownPaper()}
        links={linksOf(aKnownPaper())}
        entry={stored}
        history={[]}
        rise={undefined}
        actions={does}
        takesFocus={false}
        onBack={() => {}}
        exportMenu={null}
        notices={null}
      />
    );
    const { rerender } = render(at(entry));
    return {
      deliver: (stored: Entry | undefined) => rerender(at(stored)),
      end: (isStored: boolean) => act(async () => write.resolve(isStored)),
    };
  }
  const button = (name: string) => screen.queryByRole('button', { name });
  const isChecked = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name }).checked;

  test('a status stays as chosen while the entry is delivered for other reasons', async () => {
    const { deliver, end } = open(anEntry());
    fireEvent.click(screen.getByRole('radio', { name: 'Read' }));
    deliver(anEntry({ tags: ['elsewhere'] }));
    await end(true);
    deliver(anEntry({ note: 'elsewhere' }));
    expect(isChecked('Read')).toBe(true);
    deliver(anEntry({ status: 'read' }));
    expect(isChecked('Read')).toBe(true);
  });

  test('a paper has its fields as soon as it is saved, and no longer when that failed', async () => {
    const { deliver, end } = open(undefined);
    fireEvent.click(button('Save to library')!);
    deliver(undefined);
    expect(isChecked('To read')).toBe(true);
    expect(button('Save to library')).toBeNull();
    await end(false);
    expect(screen.queryByRole('radio')).toBeNull();
    expect(button('Save to library')).toBeTruthy();
  });

  test('a paper that returns from the trash has what it had', async () => {
    const { deliver, end } = open(anEntry({ status: 'reading', tags: ['brain'], removedAt: 5 }));
    fireEvent.click(button('Save to library')!);
    expect(isChecked('Reading')).toBe(true);
    expect(button('Remove tag brain')).toBeTruthy();
    await end(true);
    deliver(anEntry({ status: 'reading', tags: ['brain'] }));
    expect(button('Remove tag brain')).toBeTruthy();
  });

  test('a paper is removed at once, and returns when that failed', async () => {
    const { deliver, end } = open(anEntry());
    fireEvent.click(button('Remove from library')!);
    deliver(anEntry());
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByText('Not in the library')).toBeTruthy();
    await end(false);
    expect(isChecked('To read')).toBe(true);
  });
});
