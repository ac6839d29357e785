import type { Papershelf } from '../e2e/support/papershelf';
import { median } from './table';

const ROUNDS = 40;

interface Extension {
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> };
}

/** From the message of one edit to the answer that it is durable, ms, the middle of forty. */
export async function measureEditing(papershelf: Papershelf, paperId: string): Promise<number> {
  const page = await papershelf.context.newPage();
  await page.goto(papershelf.url('popup.html'));
  const times = await page.evaluate(
    async ({ rounds, id }) => {
      const { runtime } = (globalThis as never as { chrome: Extension }).chrome;
      const measured: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const edit = { kind: 'status', status: round % 2 === 0 ? 'reading' : 'read' };
        const start = performance.now();
        const answer = await runtime.sendMessage({
          papershelf: 'library.edit',
          payload: { paperId: id, edit },
        });
        if (!answer.ok) throw new Error('The edit was refused.');
        measured.push(performance.now() - start);
        // What an edit sets off (taking it into the index) is not to be measured with the next.
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      return measured;
    },
    { rounds: ROUNDS, id: paperId },
  );
  await page.close();
  return median(times);
}
