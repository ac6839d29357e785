import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PAYLOADS } from '@/lib/messaging/protocol';

const fingerprint = { entries: 4, updatedAt: 5, dismissals: 6 };
const backup = { at: 1, bytes: 2, papers: 3, fingerprint };
const own = fakeBrowser.runtime.getURL('/');

describe('the backups.keep payload', () => {
  it('accepts a blob URL of the extension', () => {
    expect(v.is(PAYLOADS['backups.keep'], { url: `blob:${own}c36db3f5`, backup })).toBe(true);
  });

  it('keeps every field of the backup', () => {
    const payload = { url: `blob:${own}c36db3f5`, backup };
    expect(v.parse(PAYLOADS['backups.keep'], payload)).toEqual(payload);
  });

  it.each(['https://evil.example/x.exe', 'blob:https://huggingface.co/1', 'data:,x', own])(
    'rejects %s',
    (url) => expect(v.is(PAYLOADS['backups.keep'], { url, backup })).toBe(false),
  );
});
