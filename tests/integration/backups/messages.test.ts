import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PAYLOADS } from '@/lib/messaging/protocol';

const standing = { entries: 4, updatedAt: 5, dismissals: 6 };
const copy = { at: 1, bytes: 2, papers: 3, standing };
const own = fakeBrowser.runtime.getURL('/');

describe('the message that has a file saved', () => {
  it('names a file that a page of ours made', () => {
    expect(v.is(PAYLOADS['copies.keep'], { url: `blob:${own}c36db3f5`, copy })).toBe(true);
  });

  it('keeps all that is said of the copy', () => {
    const payload = { url: `blob:${own}c36db3f5`, copy };
    expect(v.parse(PAYLOADS['copies.keep'], payload)).toEqual(payload);
  });

  it.each(['https://evil.example/x.exe', 'blob:https://huggingface.co/1', 'data:,x', own])(
    'is refused with %s',
    (url) => expect(v.is(PAYLOADS['copies.keep'], { url, copy })).toBe(false),
  );
});
