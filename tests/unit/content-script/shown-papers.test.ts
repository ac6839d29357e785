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

test('shows a paper as saved before the background confirms it', async () => {
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

test('sends the time of the save', async () => {
  vi.useFakeTimers({ now: 5000 });
  const { background, papers } = open();
  await papers.save(paper);
  vi.useRealTimers();

  expect(background.of('library.save')).toEqual([{ paper, at: 5000 }]);
});

test('reverts a failed save and keeps the failure', async () => {
  const { papers, onChange } = openFailing();

  await papers.save(paper);

  expect(papers.get(paper.id)).toMatchObject({ saved: false, failure: { code: 'storage-full' } });
  expect(onChange).toHaveBeenCalledTimes(2);
});

test('keeps an unexpected error too', async () => {
  const { background, papers } = open();
  background.answers['library.save'] = () => {
    throw new TypeError('x');
  };

  await papers.save(paper);

  expect(papers.get(paper.id).failure?.code).toBe('unexpected');
});

test('a retry clears the failure at once', async () => {
  const { background, papers } = openFailing();
  await papers.save(paper);
  const answer = promised<unknown>();
  background.answers['library.save'] = () => answer.promise;

  const saving = papers.save(paper);

  expect(papers.get(paper.id)).toMatchObject({ saved: true, failure: undefined });
  answer.resolve(saved(paper.id));
  await saving;
});

test('clears the failure once the paper is saved anywhere', async () => {
  const { papers } = openFailing();
  await papers.save(paper);

  papers.take([unsaved(paper.id)]);
  expect(papers.get(paper.id).failure).toBeDefined();
  papers.take([saved(paper.id)]);

  expect(papers.get(paper.id)).toMatchObject({ saved: true, failure: undefined });
});

test('does not report a change for a paper that is still unsaved', async () => {
  const { background, papers, onChange } = open();
  background.answers['library.states'] = () => [unsaved(idOf(1)), saved(idOf(2))];

  await papers.refresh([idOf(1), idOf(2)]);

  expect(onChange).toHaveBeenCalledExactlyOnceWith(idOf(2));
  expect(papers.unknown([idOf(1), idOf(2), idOf(3)])).toEqual([idOf(3)]);
});

test('reports a removed paper as unsaved', () => {
  const { papers, onChange } = open();
  const state = saved(paper.id);
  papers.take([state]);

  papers.take([{ ...state, entry: { ...state.entry!, removedAt: 5 } }]);
  expect(papers.get(paper.id).saved).toBe(false);
  papers.take([unsaved(paper.id)]);

  expect(onChange).toHaveBeenCalledTimes(3);
});

test('refresh sends nothing for no papers', async () => {
  const { background, papers } = open();

  await papers.refresh([]);

  expect(background.messages).toEqual([]);
});

describe('dismissing', () => {
  test('is shown at once and reverted on failure', async () => {
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

  test('ignores the answer to an earlier click', async () => {
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

  test('follows changes elsewhere', () => {
    const { papers, onChange } = open();
    papers.take([{ ...unsaved(paper.id), dismissedAt: 5 }]);
    expect(papers.get(paper.id).dismissed).toBe(true);
    papers.take([unsaved(paper.id)]);

    expect(papers.get(paper.id).dismissed).toBe(false);
    expect(onChange).toHaveBeenCalledTimes(2);
  });
});
