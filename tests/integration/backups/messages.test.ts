import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PAYLOADS } from '@/lib/messaging/protocol';

const fingerprint = { entries: 4, updatedAt: 5, dismissals: 6 };
const backup = { at: 1, bytes: 2, papers: 3, fingerprint };
const own = fakeBrowser.runtime.getURL('/');

describe('the message that has a file saved', () => {
  it('names a file that a page of ours made', () => {
    expect(v.is(PAYLOADS['backups.keep'], { url: `blob:${own}c36db3f5`, backup })).toBe(true);
  });

  it('keeps all that is said of the copy', () => {
    const payload = { url: `blob:${own}c36db3f5`, backup };
    expect(v.parse(PAYLOADS['backups.keep'], payload)).toEqual(payload);
  });

  it.each(['https://evil.example/x.exe', 'blob:https://huggingface.co/1', 'data:,x', own])(
    'is refused with %s',
    (url) => expect(v.is(PAYLOADS['backups.keep'], { url, backup })).toBe(false),
  );
});
