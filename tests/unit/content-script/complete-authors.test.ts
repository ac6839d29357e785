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

/** The site's answer about a paper. */
function answerOn(number: number): Response {
  const id = idOf(number).slice('arxiv:'.length);
  return json({ id, title: `Paper ${number}`, authors: [{ name: 'Ada Quill' }] });
}

/** What was told of a paper once its turn, and the next one's, is over. */
async function toldOf(number: number, first: () => Promise<Response>) {
  const { background, completion } = open();
  fetched.mockImplementationOnce(first).mockImplementationOnce(async () => answerOn(99));
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

test('asks once for a paper', async () => {
  const { completion, background } = open();
  fetched.mockImplementation(async () => answerOn(1));

  completion.want(idOf(1));
  completion.want(idOf(1));
  await eventually(() => expect(background.of('paper.complete')).toHaveLength(1));
  completion.want(idOf(1));
  await new Promise((resolve) => setTimeout(resolve));

  expect(fetched).toHaveBeenCalledExactlyOnceWith('/api/papers/2609.00001', {
    signal: expect.any(AbortSignal),
  });
});

test('asks for one paper after the other', async () => {
  const { completion } = open();
  const first = promised<Response>();
  fetched.mockReturnValueOnce(first.promise).mockImplementation(async () => answerOn(2));

  completion.want(idOf(1));
  completion.want(idOf(2));
  await new Promise((resolve) => setTimeout(resolve));
  expect(fetched).toHaveBeenCalledTimes(1);
  first.resolve(answerOn(1));

  await eventually(() => expect(fetched).toHaveBeenCalledTimes(2));
});

test('tells the authors', async () => {
  expect(await toldOf(1, async () => answerOn(1))).toEqual([
    {
      paperId: idOf(1),
      answer: { id: idOf(1), title: 'Paper 1', authors: ['Ada Quill'], authorCount: 1 },
    },
  ]);
});

test('tells that the site knows no such paper', async () => {
  expect(await toldOf(1, async () => json({ error: 'Not found' }, 404))).toEqual([
    { paperId: idOf(1), answer: null },
  ]);
});

test.each<[string, () => Promise<Response>]>([
  ['a form not known yet', async () => json({ papers: [] })],
  ['another paper', async () => answerOn(3)],
  ['what is no JSON', async () => new Response('<p>Soon back</p>')],
  ['500', async () => json({ error: 'x' }, 500)],
  ['429', async () => json({ error: 'x' }, 429)],
  ['nothing, since there is no network', async () => Promise.reject(new TypeError('x'))],
])('tells nothing after an answer of %s, and asks for the next', async (_, answer) => {
  expect(await toldOf(1, answer)).toEqual([]);
});

test('tells nothing when the site takes too long, and asks for the next', async () => {
  const timeout = new AbortController();
  const limits = vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(timeout.signal);
  const told = toldOf(
    1,
    () =>
      new Promise((_, reject) => {
        const { signal } = fetched.mock.calls[0]?.[1] ?? {};
        signal?.addEventListener('abort', () => reject(new DOMException('x', 'TimeoutError')));
      }),
  );
  await eventually(() => expect(fetched).toHaveBeenCalledTimes(1));
  timeout.abort();

  expect(await told).toEqual([]);
  expect(limits).toHaveBeenCalledWith(10_000);
});

test('leaves it to the page that claimed it, and asks for the next', async () => {
  const { completion, background } = open();
  fetched.mockImplementation(async () => answerOn(2));
  background.answers['paper.claim-completion'] = ({ paperId }: { paperId: string }) =>
    paperId !== idOf(1);

  completion.want(idOf(1));
  completion.want(idOf(2));
  await eventually(() => expect(background.of('paper.complete')).toHaveLength(1));

  expect(fetched).toHaveBeenCalledExactlyOnceWith('/api/papers/2609.00002', expect.anything());
});

test('asks for the next when the background did not take the answer', async () => {
  const { completion, background } = open();
  fetched.mockImplementation(async (url) => answerOn(String(url).endsWith('1') ? 1 : 2));
  background.answers['paper.complete'] = () => {
    throw new Error('no-answer');
  };

  completion.want(idOf(1));
  completion.want(idOf(2));

  await eventually(() => expect(background.of('paper.complete')).toHaveLength(2));
});

test('asks nothing where the site has no address for it', async () => {
  const { completion } = open();

  completion.want('other:1');
  await new Promise((resolve) => setTimeout(resolve));

  expect(fetched).not.toHaveBeenCalled();
});
