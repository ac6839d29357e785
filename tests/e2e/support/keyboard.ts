import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';

const MAX_PRESSES = 80;

/** Presses Tab (or Shift+Tab) until the control has the focus. */
export async function tabTo(control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < MAX_PRESSES; presses += 1) {
    await control.page().keyboard.press(key);
    if (await hasFocus(control)) return;
  }
  throw new Error(`${MAX_PRESSES} times ${key} did not lead to ${String(control)}`);
}

/** Presses keys one after the other: `j`, `Escape`, `Shift+Space`. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/**
 * Focuses the first card of a listing. Its keys work once the settings have arrived, which may be
 * after the page bar is shown.
 */
export async function focusFirstCard(page: Page): Promise<void> {
  const focused = page.locator('article h3 a:focus');
  await expect(async () => {
    if ((await focused.count()) === 0) await press(page, 'j');
    await expect(focused).toHaveCount(1, { timeout: 1000 });
  }).toPass();
}

/**
 * Records pointer events of all pages opened from now on.
 * @returns asserts that there were none
 */
export async function forbidPointer(context: BrowserContext): Promise<() => void> {
  const events: string[] = [];
  await context.exposeBinding('reportPointer', (_, url: string) => void events.push(url));
  await context.addInitScript(() => {
    const { reportPointer } = globalThis as never as { reportPointer(url: string): void };
    addEventListener('pointerdown', () => reportPointer(location.href), true);
  });
  return () => expect(events).toEqual([]);
}

function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluateAll(([element]) => {
    const root = element?.getRootNode();
    return (
      (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === element
    );
  });
}
