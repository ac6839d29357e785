import { browser } from 'wxt/browser';

/**
 * Keeps the messages for after an update: the frame goes on, maybe with unstored words, but
 * `browser.i18n` throws (seen in Chromium 156).
 */
export async function keepMessages(): Promise<void> {
  const { default_locale: locale } = browser.runtime.getManifest();
  const file = await fetch(`/_locales/${locale}/messages.json`);
  const messages = (await file.json()) as Record<string, { message: string }>;
  const getMessage = (key: string, values: readonly string[] = []): string =>
    (messages[key]?.message ?? '').replaceAll(
      /\$(\d)/g,
      (_, place: string) => values[Number(place) - 1] ?? '',
    );
  // WXT's i18n uses either.
  const apis = globalThis as { browser?: object; chrome?: object };
  for (const api of [apis.browser, apis.chrome]) {
    if (api !== undefined) {
      Object.defineProperty(api, 'i18n', { value: { ...browser.i18n, getMessage } });
    }
  }
}
