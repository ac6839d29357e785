import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '@/lib/export/registry';
import { LONG_TEXTS } from '../../fixtures/long-texts';
import { EXPORTED_AT, makeRecord } from './records';

describe('long texts', () => {
  it.each(EXPORT_FORMATS)('are written in linear time: $label', (format) => {
    for (const text of LONG_TEXTS) {
      const address = `https://example.org/${text}`;
      const record = makeRecord(
        {
          title: text,
          abstract: text,
          authors: [text],
          organization: { slug: text, name: text },
          githubRepo: address,
          projectPage: address,
        },
        { note: text, tags: [text], citationKey: text },
      );
      expect(format.write([record], EXPORTED_AT)).toContain('2507.06261');
    }
  });
});
