import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHtml, plainText, textOfHtml } from '@/lib/import/html-text';

describe('HTML', () => {
  it.each([
    ['<p>One</p>\n<p>Two<br/>three</p>', 'One\n\nTwo\nthree'],
    ['<h2>Head</h2><p>x</p>', '## Head\n\nx'],
    ['<ul>\n<li>a</li>\n<li><p>b</p></li></ul><p>c</p>', '- a\n- b\n\nc'],
    ['<p><b>bold</b> <em>em</em> <u>u</u></p>', '**bold** *em* u'],
    [
      '<a href="https://a.b/?x=1&amp;y=2">here</a> <a href="javascript:alert(1)">not</a>',
      '[here](https://a.b/?x=1&y=2) not',
    ],
    [
      'a &lt;b&gt; &amp;amp; &#233;&#xE9; &nbsp;x &unknown; &#0; &#xD800;',
      'a <b> &amp; éé x &unknown; \ufffd \ufffd',
    ],
    ['Fran&ccedil;ois &#150; &Omega; &notanentity; &copy', 'François – Ω &notanentity; &copy'],
    ['<p>5 < 6 and <3</p>', '5 < 6 and <3'],
    ['<p>a<!-- hidden -->b<script>evil()</script>c<style>x{}</style>d</p>', 'abcd'],
    ['<p>never <b closed', 'never <b closed'],
    ['<!-- never closed', ''],
  ])('textOfHtml(%j) returns %j', (html, text) => expect(textOfHtml(html)).toBe(text));

  it('is distinguished from text with angle brackets', () => {
    expect(isHtml('<div data-x="1"><p>x</p></div>')).toBe(true);
    for (const text of ['a < b', '<3 is > 2', 'see <p>x</p>', '', '<path>'])
      expect(isHtml(text)).toBe(false);
    expect(plainText('CO<sub>2</sub> &amp; x<y> a<b')).toBe('CO2 & x<y> a<b');
  });

  it('leaves no element in the text', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '</',
      '<p>',
      '<a href="',
      '"',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      'x',
      ' ',
      '\n',
      '<li>',
      '&lt;',
      '<b ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        expect(textOfHtml(parts.join('').replaceAll('&lt;', ''))).not.toMatch(
          /<\/?(?:p|a|li|script)\b[^<>]*>/,
        );
      }),
    );
  });

  it.each(['<', '<a', '<!--', '<a href="', '&', '</', '<script>', ' ', '<p>', '\n'])(
    'textOfHtml handles a megabyte of %j',
    (part) => {
      expect(textOfHtml(part.repeat(1e6 / part.length))).toBeTypeOf('string');
    },
  );
});
