import { beforeEach, expect, test, vi } from 'vitest';
import { AuthorCompletion } from '@/lib/content-script/complete-authors';
import { reader } from '@/lib/sites/huggingface/reader';
import { FakeBackground, idOf, promised } from './listing-for-tests';
import { eventually } from '../../fixtures/eventually';

const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.stubGlobal('fetch', fetched);
  vi.spyOn(console, 'debug').mockImplementation(() => {});
});

function open() {
  const background = new FakeBackground();
  return { background, completion: new AuthorCompletion(reader, background.sendMessage) };
}

function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), { status });
}

function responseFor(number: number): Response {
  const id = idOf(number).slice('arxiv:'.length);
  return json({ id, title: `Paper ${number}`, authors: [{ name: 'Ada Quill' }] });
}

/** The completions of a paper, once the next one is done. */
async function completionsOf(number: number, first: () => Promise<Response>) {
  const { background, completion } = open();
  fetched.mockImplementationOnce(first).mockImplementationOnce(async () => responseFor(99));
  completion.want(idOf(number));
  completion.want(idOf(99));
  await eventually(() => expect(fetched).toHaveBeenCalledTimes(2));
  await eventually(() =>
    expect(background.of('paper.complete')).toContainEqual(
      expect.objectContaining({ paperId: idOf(99), answer: expect.anything() }),
    ),
  );
  return background
    .of<{ paperId: string; answer: unknown }>('paper.complete')
    .filter(({ paperId }) => paperId === idOf(number));
}

test('fetches a paper once', async () => {
  const { completion, background } = open();
  fetched.mockImplementation(async () => responseFor(1));

  completion.want(idOf(1));
  completion.want(idOf(1));
  await eventually(() => expect(background.of('paper.complete')).toHaveLength(1));
  completion.want(idOf(1));
  await new Promise((resolve) => setTimeout(resolve));

  expect(fetched).toHaveBeenCalledExactlyOnceWith('/api/papers/2609.00001', {
    signal: expect.any(AbortSignal),
  });
});

test('fetches papers one at a time', async () => {
  const { completion } = open();
  const first = promised<Response>();
  fetched.mockReturnValueOnce(first.promise).mockImplementation(async () => responseFor(2));

  completion.want(idOf(1));
  completion.want(idOf(2));
  await new Promise((resolve) => setTimeout(resolve));
  expect(fetched).toHaveBeenCalledTimes(1);
  first.resolve(responseFor(1));

  await eventually(() => expect(fetched).toHaveBeenCalledTimes(2));
});

test('sends the authors', async () => {
  expect(await completionsOf(1, async () => responseFor(1))).toEqual([
    {
      paperId: idOf(1),
      answer: { id: idOf(1), title: 'Paper 1', authors: ['Ada Quill'], authorCount: 1 },
    },
  ]);
});

test('sends null when the site has no such paper', async () => {
  expect(await completionsOf(1, async () => json({ error: 'Not found' }, 404))).toEqual([
    { paperId: idOf(1), answer: null },
  ]);
});

test.each<[string, () => Promise<Response>]>([
  ['an unknown format', async () => json({ papers: [] })],
  ['another paper', async () => responseFor(3)],
  ['invalid JSON', async () => new Response('<p>Soon back</p>')],
  ['500', async () => json({ error: 'x' }, 500)],
  ['429', async () => json({ error: 'x' }, 429)],
  ['a network error', async () => Promise.reject(new TypeError('x'))],
])('sends nothing for %s, and fetches the next paper', async (_, answer) => {
  expect(await completionsOf(1, answer)).toEqual([]);
});

test('sends nothing after a timeout, and fetches the next paper', async () => {
  const timeout = new AbortController();
  const limits = vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(timeout.signal);
  const completions = completionsOf(
    1,
    () =>
      new Promise((_, reject) => {
        const { signal } = fetched.mock.calls[0]?.[1] ?? {};
        signal?.addEventListener('abort', () => reject(new DOMException('x', 'TimeoutError')));
      }),
  );
  await eventually(() => expect(fetched).toHaveBeenCalledTimes(1));
  timeout.abort();

  expect(await completions).toEqual([]);
  expect(limits).toHaveBeenCalledWith(10_000);
});

test('skips a paper claimed by another page, and fetches the next', async () => {
  const { completion, background } = open();
  fetched.mockImplementation(async () => responseFor(2));
  background.answers['paper.claim-completion'] = ({ paperId }: { paperId: string }) =>
    paperId !== idOf(1);

  completion.want(idOf(1));
  completion.want(idOf(2));
  await eventually(() => expect(background.of('paper.complete')).toHaveLength(1));

  expect(fetched).toHaveBeenCalledExactlyOnceWith('/api/papers/2609.00002', expect.anything());
});

test('fetches the next paper when the background fails', async () => {
  const { completion, background } = open();
  fetched.mockImplementation(async (url) => responseFor(String(url).endsWith('1') ? 1 : 2));
  background.answers['paper.complete'] = () => {
    throw new Error('no-answer');
  };

  completion.want(idOf(1));
  completion.want(idOf(2));

  await eventually(() => expect(background.of('paper.complete')).toHaveLength(2));
});

test('fetches nothing without a URL for the paper', async () => {
  const { completion } = open();

  completion.want('other:1');
  await new Promise((resolve) => setTimeout(resolve));

  expect(fetched).not.toHaveBeenCalled();
});
