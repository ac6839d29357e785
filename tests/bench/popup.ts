import type { Papershelf } from '../e2e/support/papershelf';
import { median } from './table';

const ROUNDS = 9;

/** From the start of opening the popup to its first painted row, ms, the middle of nine. */
export async function measurePopup(papershelf: Papershelf): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await papershelf.context.newPage();
    await page.setViewportSize({ width: 400, height: 560 });
    await page.addInitScript(() => {
      const painted = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (document.querySelector('li h3, li a, [role=row] a') === null) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
        });
        observer.observe(document, { childList: true, subtree: true });
      });
      Object.assign(window, { painted });
    });
    await page.goto(papershelf.url('popup.html'));
    times.push(Number(await page.evaluate('window.painted')));
    // What it counts after its first rows must not be left to the next round.
    await page.waitForTimeout(2000);
    await page.close();
  }
  return median(times);
}
