import { resolve } from 'node:path';
import { generateChromeMessagesText, parseMessagesFile } from '@wxt-dev/i18n/build';
import { beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

interface ChromeMessages {
  [key: string]: { message: string };
}

const file = resolve(import.meta.dirname, '../../../lib/locales/en.yml');
const messages = JSON.parse(
  generateChromeMessagesText(await parseMessagesFile(file)),
) as ChromeMessages;

/** Uses the real English messages in every test of the file, for queries by name. */
export function useEnglish(): void {
  beforeEach(() => {
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(
      (key: string, substitutions?: unknown) => {
        const values = Array.isArray(substitutions) ? substitutions.map(String) : [];
        const message = messages[key]?.message ?? '';
        return message.replace(/\$(\d)/g, (_, place) => values[Number(place) - 1] ?? '');
      },
    );
  });
}
