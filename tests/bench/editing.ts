import type { Page } from '@playwright/test';
import type { Papershelf } from '../e2e/support/papershelf';
import { inTurn } from './in-turn';

const ROUNDS = 40;

interface Extension {
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> };
}

/**
 * From the message of one edit to the answer that it is durable, ms, the middle of forty in each
 * browser, whose libraries hold that paper.
 */
export async function measureEditing(
  browsers: readonly Papershelf[],
  paperId: string,
): Promise<number[]> {
  const pages = await Promise.all(browsers.map(({ context }) => context.newPage()));
  for (const [index, page] of pages.entries()) {
    await page.goto(browsers[index]?.url('popup.html') ?? '');
  }
  const times = await inTurn(
    ROUNDS,
    pages.map((page) => () => timeEdit(page, paperId)),
  );
  for (const page of pages) await page.close();
  return times;
}

function timeEdit(page: Page, paperId: string): Promise<number> {
  return page.evaluate(async (id) => {
    const { runtime } = (globalThis as never as { chrome: Extension }).chrome;
    const edit = async (status: string): Promise<number> => {
      const start = performance.now();
      const answer = await runtime.sendMessage({
        papershelf: 'library.edit',
        id: status,
        payload: { paperId: id, edit: { kind: 'status', status } },
      });
      if (!answer.ok) throw new Error('The edit was refused.');
      const time = performance.now() - start;
      // What an edit sets off (taking it into the index) is not to be measured with the next.
      await new Promise((resolve) => setTimeout(resolve, 30));
      return time;
    };
    return ((await edit('reading')) + (await edit('read'))) / 2;
  }, paperId);
}
