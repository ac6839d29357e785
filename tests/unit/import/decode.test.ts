import { describe, expect, it } from 'vitest';
import { decodeText } from '@/lib/import/decode';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => Uint8Array.from(values);
const utf16 = (text: string, littleEndian: boolean) => {
  const data = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) {
    data.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  }
  return new Uint8Array(data.buffer);
};

describe('decodeText', () => {
  it('reads UTF-8', () => {
    expect(decodeText(utf8('Łukasz 中文 😀'))).toEqual({
      text: 'Łukasz 中文 😀',
      encoding: 'utf-8',
    });
    expect(decodeText(bytes())).toEqual({ text: '', encoding: 'utf-8' });
  });

  it('drops the byte order mark', () => {
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ text: 'a', encoding: 'utf-8' });
  });

  it('reads UTF-16 with a byte order mark', () => {
    const text = 'Ł😀';

    expect(decodeText(bytes(0xff, 0xfe, ...utf16(text, true)))).toEqual({
      text,
      encoding: 'utf-16le',
    });
    expect(decodeText(bytes(0xfe, 0xff, ...utf16(text, false)))).toEqual({
      text,
      encoding: 'utf-16be',
    });
  });

  it('reads invalid UTF-8 as Windows-1252', () => {
    expect(decodeText(bytes(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x80))).toEqual({
      text: 'Müller €',
      encoding: 'windows-1252',
    });
  });

  it('loses only the character in which a file is cut', () => {
    const whole = utf8('aé中😀');
    for (let end = 0; end < whole.length; end += 1) {
      const decoded = decodeText(whole.subarray(0, end));

      expect(decoded?.encoding).toBe('utf-8');
      expect('aé中😀'.startsWith(decoded?.text ?? '?')).toBe(true);
    }
    expect(decodeText(bytes(0xff, 0xfe, 0x61, 0x00, 0x62))?.text).toBe('a');
  });

  it('reads a file with trailing NULs, as left by a crash', () => {
    const cut = utf8(`${'x'.repeat(70_000)}\0\0\0`);

    expect(decodeText(cut)?.text).toHaveLength(70_003);
  });
});

describe('decodeText, on damaged files', () => {
  it('reads only the lines that are not UTF-8 as Windows-1252', () => {
    const file = bytes(...utf8('Łukasz\n'), 0x4d, 0xfc, 0x6c, 0x0a, ...utf8('中文\n'));

    expect(decodeText(file)).toEqual({
      text: 'Łukasz\nMül\n中文\n',
      encoding: 'utf-8',
      otherLine: 2,
    });
  });

  it('replaces a few NULs', () => {
    expect(decodeText(utf8(`${'x'.repeat(100)}\0y`))?.text).toBe(`${'x'.repeat(100)} y`);
  });

  it.each([
    ['utf-16le', true],
    ['utf-16be', false],
  ] as const)('reads %s without a byte order mark', (encoding, littleEndian) => {
    const text = '@misc{a, title={Müller 中}}';
    expect(decodeText(utf16(text, littleEndian))).toEqual({ text, encoding });
  });
});

describe('decodeText, on binary files', () => {
  it.each([
    ['a PDF', utf8('%PDF-1.7 …')],
    ['an archive', bytes(0x50, 0x4b, 3, 4, 0x20)],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
    ['a compressed file', bytes(0x1f, 0x8b, 8)],
    ['anything with NULs', utf8('ab\0cd')],
  ])('returns undefined for %s', (_, file) => {
    expect(decodeText(file)).toBeUndefined();
  });
});
