import { layoutShift, watchLayoutShifts } from '../e2e/support/layout-shifts';
import type { Papershelf } from '../e2e/support/papershelf';
import { type Figure, median, milliseconds } from './table';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args?: { data?: { url?: string } };
}

/** The longest main-thread task of our script, and the layout shift, on a page of 105 cards. */
export async function measureListing(papershelf: Papershelf, path: string): Promise<Figure[]> {
  const longest: number[] = [];
  let shift = 0;
  for (let run = 0; run < 5; run += 1) {
    const page = await papershelf.context.newPage();
    await watchLayoutShifts(page);
    const browser = papershelf.context.browser();
    await browser?.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'v8'] });
    await page.goto(path);
    await page.locator('.ps-card').nth(104).waitFor({ state: 'attached' });
    await page.getByText(/105 papers/).waitFor();
    await page.waitForTimeout(1000);
    const trace = await browser?.stopTracing();
    const { traceEvents } = JSON.parse(String(trace)) as { traceEvents: TraceEvent[] };
    longest.push(longestTaskWith(traceEvents, papershelf.url('content-scripts/')));
    shift = Math.max(shift, await layoutShift(page));
    await page.close();
  }
  return [
    {
      what: 'longest task that ran extension code, 105 cards',
      value: `${milliseconds(median(longest))} (worst ${milliseconds(Math.max(...longest))})`,
      goal: '≤ 50 ms',
    },
    { what: 'layout shift by the extension, 105 cards', value: String(shift), goal: '0' },
  ];
}

/** ms; counts tasks that ran a function of a file under `prefix`. */
function longestTaskWith(events: readonly TraceEvent[], prefix: string): number {
  const calls = events.filter(({ args }) => args?.data?.url?.startsWith(prefix));
  const tasks = events.filter(({ name, ph }) => ph === 'X' && name.endsWith('RunTask'));
  const matching = tasks.filter((task) =>
    calls.some(
      ({ tid, pid, ts }) =>
        tid === task.tid && pid === task.pid && ts >= task.ts && ts <= task.ts + (task.dur ?? 0),
    ),
  );
  return Math.max(...matching.map(({ dur = 0 }) => dur / 1000));
}
