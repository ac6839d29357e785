import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';

/** How many stops the way to a control may have. */
const STOPS = 80;

/** Goes to a control by Tab (or Shift+Tab), as one who has no mouse does. */
export async function tabTo(control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let stops = 0; stops < STOPS; stops += 1) {
    await control.page().keyboard.press(key);
    if (await hasFocus(control)) return;
  }
  throw new Error(`${STOPS} times ${key} did not lead to ${String(control)}`);
}

/** Presses keys one after the other: `j`, `Escape`, `Shift+Space`. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/**
 * Has every page from now on tell when it is pointed at.
 * @returns what expects that none was
 */
export async function forbidPointing(context: BrowserContext): Promise<() => void> {
  const pointed: string[] = [];
  await context.exposeBinding('notePointing', (_, where: string) => void pointed.push(where));
  await context.addInitScript(() => {
    const { notePointing } = globalThis as never as { notePointing(where: string): void };
    addEventListener('pointerdown', () => notePointing(location.href), true);
  });
  return () => expect(pointed).toEqual([]);
}

function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluateAll(([element]) => {
    const root = element?.getRootNode();
    return (
      (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === element
    );
  });
}
