import type { Page } from '@playwright/test';
import type { Papershelf } from '../e2e/support/papershelf';
import { measureInterleaved } from './interleave';

const ROUNDS = 40;

interface Extension {
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> };
}

/**
 * The time of one edit from the message to the durable answer: ms, the median of forty in each
 * browser.
 */
export async function measureEditing(
  browsers: readonly Papershelf[],
  paperId: string,
): Promise<number[]> {
  const pages = await Promise.all(browsers.map(({ context }) => context.newPage()));
  for (const [index, page] of pages.entries()) {
    await page.goto(browsers[index]?.url('popup.html') ?? '');
  }
  const times = await measureInterleaved(
    ROUNDS,
    pages.map((page) => () => timeEdit(page, paperId)),
  );
  for (const page of pages) await page.close();
  return times;
}

/** The mean of two edits, ms. `page` is the popup's. */
export function timeEdit(page: Page, paperId: string): Promise<number> {
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
      // Keep the indexing out of the next measurement.
      await new Promise((resolve) => setTimeout(resolve, 30));
      return time;
    };
    return ((await edit('reading')) + (await edit('read'))) / 2;
  }, paperId);
}
