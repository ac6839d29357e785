// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { PaperDetail, type FieldWanted, type PaperActions } from '@/components/paper/PaperDetail';
import { DAY_MS } from '@/lib/shared/day';
import type { Entry } from '@/lib/papers/entry';
import type { KnownPaper } from '@/lib/papers/paper';
import { linksOf } from '@/lib/sites/links';
import { useEnglish } from './english';
import { aKnownPaper, anEntry } from '../../fixtures/rows';

useEnglish();
afterEach(cleanup);

function actions(): PaperActions {
  return {
    save: vi.fn(),
    remove: vi.fn(),
    edit: vi.fn(),
    saveNote: async (_paper, _base, text) => text,
    leaveNote: vi.fn(),
    suggestTags: async () => [],
  };
}

function show(paper: KnownPaper, entry: Entry | undefined, does = actions()): PaperActions {
  render(
    <PaperDetail
      paper={paper}
      links={linksOf(paper)}
      entry={entry}
      history={[]}
      rise={undefined}
      actions={does}
      takesFocus
      onBack={() => {}}
      exportMenu={null}
      notices={null}
    />,
  );
  return does;
}

test('takes the focus to its title, for it to be read out', () => {
  show(aKnownPaper(), undefined);

  expect(document.activeElement).toBe(
    screen.getByRole('heading', { name: 'The Dragon Hatchling' }),
  );
});

test('a paper that is not saved has a Save button and no fields', () => {
  const paper = aKnownPaper();
  const does = show(paper, undefined);

  expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Save to library' }));

  expect(does.save).toHaveBeenCalledExactlyOnceWith(paper);
});

test('the field that a key went to is gone to as soon as it is there, once', () => {
  const [paper, does] = [aKnownPaper(), actions()];
  const onReached = vi.fn();
  const wanted: FieldWanted = { field: 'note', paperId: paper.id, onReached };
  const asSaved = (entry: Entry | undefined, wanted: FieldWanted) => (
    <PaperDetail
      paper={paper}
      links={linksOf(paper)}
      entry={entry}
      history={[]}
      rise={undefined}
      actions={does}
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

  // Saved anew later, it leaves the focus where it is.
  rerender(asSaved(undefined, wanted));
  rerender(asSaved(anEntry(), wanted));
  expect(document.activeElement).not.toBe(note());
  expect(onReached).toHaveBeenCalledOnce();
  rerender(asSaved(anEntry(), { field: 'note', paperId: paper.id }));
  expect(document.activeElement).toBe(note());
});

test('a removed paper can be saved again', () => {
  show(aKnownPaper(), anEntry({ removedAt: 5 }));

  expect(screen.getByRole('button', { name: 'Save to library' })).toBeTruthy();
});

test('a saved paper has its status, tags and note, and can be removed', () => {
  const paper = aKnownPaper();
  const does = show(paper, anEntry({ tags: ['brain'], note: 'mine' }));

  expect((screen.getByRole('textbox', { name: 'Note' }) as HTMLTextAreaElement).value).toBe('mine');
  fireEvent.click(screen.getByRole('radio', { name: 'Reading' }));
  fireEvent.click(screen.getByRole('button', { name: 'Remove tag brain' }));
  fireEvent.click(screen.getByRole('button', { name: 'Remove from library' }));

  expect(does.edit).toHaveBeenCalledWith(paper, { kind: 'status', status: 'reading' });
  expect(does.edit).toHaveBeenCalledWith(paper, { kind: 'remove-tag', tag: 'brain' });
  expect(does.remove).toHaveBeenCalledExactlyOnceWith(paper);
});

test('links lead to the web only, and tell it nothing', () => {
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

test('a missing abstract is looked for where there is one', () => {
  show(aKnownPaper(), undefined);
  expect(screen.getByRole('region', { name: 'Abstract' }).textContent).toContain('page has it');
  cleanup();

  show(aKnownPaper({ id: 'doi:10.1000/shelf' }), undefined);
  expect(screen.getByRole('region', { name: 'Abstract' }).textContent).toBe(
    'No abstract: the file that it came from has none.',
  );
});

test('of very many authors the first are shown, the others when asked for', () => {
  const authors = Array.from({ length: 664 }, (_, index) => `Ada Author${index}`);
  show(aKnownPaper({ authors }), undefined);

  expect(screen.queryByText(/Author663/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show 658 more authors' }));

  expect(screen.getByText(/Author663/)).toBeTruthy();
});

test('words of a page are shown as words, never as HTML', () => {
  show(aKnownPaper({ title: '<img src=x>', abstract: '<b>bold</b>' }), undefined);

  expect(screen.getByRole('heading', { name: '<img src=x>' })).toBeTruthy();
  expect(screen.getByText('<b>bold</b>')).toBeTruthy();
});

test('tells what it gained beside its upvotes, and how they went', () => {
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
  expect(screen.getByText(`Known since ${weekday}`)).toBeTruthy();
  expect(screen.getByText('Upvotes: 100 → 142')).toBeTruthy();
});

test('the note is gone to from its preview too', async () => {
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
