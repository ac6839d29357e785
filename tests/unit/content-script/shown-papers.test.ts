import { describe, expect, test, vi } from 'vitest';
import { ShownPapers } from '@/lib/content-script/shown-papers';
import { Failure } from '@/lib/shared/failure';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { FakeBackground, idOf, promised, saved, unsaved } from './listing-for-tests';

const paper: Paper = { id: idOf(1), title: 'Paper 1' };

function open() {
  const background = new FakeBackground();
  const onChange = vi.fn<(id: PaperId) => void>();
  return { background, onChange, papers: new ShownPapers(background.sendMessage, onChange) };
}

function openFailing() {
  const opened = open();
  opened.background.answers['library.save'] = () => {
    throw new Failure('storage-full');
  };
  return opened;
}

test('a paper is shown as saved before the background confirms it', async () => {
  const { background, papers, onChange } = open();
  const answer = promised<unknown>();
  background.answers['library.save'] = () => answer.promise;

  const saving = papers.save(paper);

  expect(onChange).toHaveBeenCalledExactlyOnceWith(paper.id);
  expect(papers.get(paper.id)).toMatchObject({ saved: true, state: { entry: null } });
  answer.resolve(saved(paper.id));
  await saving;
  expect(papers.get(paper.id)).toMatchObject({ saved: true, state: saved(paper.id) });
});

test('a save tells when it was asked for, however late it is stored', async () => {
  vi.useFakeTimers({ now: 5000 });
  const { background, papers } = open();
  await papers.save(paper);
  vi.useRealTimers();

  expect(background.of('library.save')).toEqual([{ paper, at: 5000 }]);
});

test('a save that failed is taken back, and the failure kept', async () => {
  const { papers, onChange } = openFailing();

  await papers.save(paper);

  expect(papers.get(paper.id)).toMatchObject({ saved: false, failure: { code: 'storage-full' } });
  expect(onChange).toHaveBeenCalledTimes(2);
});

test('an error that nobody foresaw is told too', async () => {
  const { background, papers } = open();
  background.answers['library.save'] = () => {
    throw new TypeError('x');
  };

  await papers.save(paper);

  expect(papers.get(paper.id).failure?.code).toBe('unexpected');
});

test('trying again clears the failure at once', async () => {
  const { background, papers } = openFailing();
  await papers.save(paper);
  const answer = promised<unknown>();
  background.answers['library.save'] = () => answer.promise;

  const saving = papers.save(paper);

  expect(papers.get(paper.id)).toMatchObject({ saved: true, failure: undefined });
  answer.resolve(saved(paper.id));
  await saving;
});

test('a failure is over once the paper is saved, by whomever', async () => {
  const { papers } = openFailing();
  await papers.save(paper);

  papers.take([unsaved(paper.id)]);
  expect(papers.get(paper.id).failure).toBeDefined();
  papers.take([saved(paper.id)]);

  expect(papers.get(paper.id)).toMatchObject({ saved: true, failure: undefined });
});

test('a paper that is not in the library is not drawn again when that is learnt', async () => {
  const { background, papers, onChange } = open();
  background.answers['library.states'] = () => [unsaved(idOf(1)), saved(idOf(2))];

  await papers.refresh([idOf(1), idOf(2)]);

  expect(onChange).toHaveBeenCalledExactlyOnceWith(idOf(2));
  expect(papers.unknown([idOf(1), idOf(2), idOf(3)])).toEqual([idOf(3)]);
});

test('a paper that was removed is drawn again, and is not saved', () => {
  const { papers, onChange } = open();
  const state = saved(paper.id);
  papers.take([state]);

  papers.take([{ ...state, entry: { ...state.entry!, removedAt: 5 } }]);
  expect(papers.get(paper.id).saved).toBe(false);
  papers.take([unsaved(paper.id)]);

  expect(onChange).toHaveBeenCalledTimes(3);
});

test('nothing is asked about no paper', async () => {
  const { background, papers } = open();

  await papers.refresh([]);

  expect(background.asked).toEqual([]);
});

describe('dismissing', () => {
  test('is shown at once, and taken back when it fails', async () => {
    const { background, papers, onChange } = open();
    const answer = promised<unknown>();
    background.answers['papers.dismiss'] = () => answer.promise;

    const dismissing = papers.dismiss(paper.id, true);
    expect(papers.get(paper.id).dismissed).toBe(true);
    expect(onChange).toHaveBeenCalledOnce();
    answer.reject(new Failure('storage-full'));

    await expect(dismissing).rejects.toThrow('storage-full');
    expect(papers.get(paper.id).dismissed).toBe(false);
  });

  test('pressed again before it is answered, that one counts', async () => {
    const { background, papers } = open();
    const first = promised<unknown>();
    background.answers['papers.dismiss'] = () => first.promise;
    const dismissing = papers.dismiss(paper.id, true);
    background.answers['papers.dismiss'] = () => new Promise(() => {});
    void papers.dismiss(paper.id, false);
    first.resolve({ ...unsaved(paper.id), dismissedAt: 5 });
    await dismissing;

    expect(papers.get(paper.id).dismissed).toBe(false);
  });

  test('elsewhere is drawn here', () => {
    const { papers, onChange } = open();
    papers.take([{ ...unsaved(paper.id), dismissedAt: 5 }]);
    expect(papers.get(paper.id).dismissed).toBe(true);
    papers.take([unsaved(paper.id)]);

    expect(papers.get(paper.id).dismissed).toBe(false);
    expect(onChange).toHaveBeenCalledTimes(2);
  });
});
