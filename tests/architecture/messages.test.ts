import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { beforeAll, describe, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../..');

/** All text that may use a message: `'a.b'` in code, `__MSG_a_b__` in HTML and the manifest. */
function sourceText(): string {
  const folders = ['components', 'entrypoints', 'lib'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(tsx?|html)$/.test(file))
      .map((file) => join(project, folder, file)),
  );
  return [...files, join(project, 'wxt.config.ts')]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

describe('the messages', () => {
  let keys: string[] = [];
  const source = sourceText();
  beforeAll(async () => {
    const messages = await parseMessagesFile(join(project, 'lib/locales/en.yml'));
    keys = messages.map((message) => message.key.join('.')).filter((key) => !key.startsWith('@@'));
  });

  it('are all used', () => {
    expect(keys.length).toBeGreaterThan(50);
    const unused = keys.filter(
      (key) =>
        !source.includes(`'${key}'`) && !source.includes(`__MSG_${key.replaceAll('.', '_')}__`),
    );
    expect(unused).toEqual([]);
  });

  it('are in the locale file, not in the markup', () => {
    const files = readdirSync(join(project, 'components'), { recursive: true, encoding: 'utf8' });
    const hardCoded = files
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => {
        const code = readFileSync(join(project, 'components', file), 'utf8');
        // Text between tags, like `>Save<`, but no braces or types.
        return [...code.matchAll(/<[a-z][^<>{}=]*>\s*([A-Za-z][A-Za-z ,.'’]+)\s*<\//g)].map(
          ([, text]) => `${file}: ${text}`,
        );
      });
    expect(hardCoded).toEqual([]);
  });
});
