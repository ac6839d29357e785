import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperIdFrom } from '@/lib/import/identity';
import { isPaperId } from '@/lib/papers/paper-id';

describe('paperIdFrom', () => {
  it.each([
    ['2512.01234', 'arxiv:2512.01234'],
    ['2512.01234v2', 'arxiv:2512.01234'],
    [' 0704.0001 ', 'arxiv:0704.0001'],
    ['arXiv:2512.01234 [cs]', 'arxiv:2512.01234'],
    ['arXiv:2512.01234v1 [cs.CL]', 'arxiv:2512.01234'],
    ['2512.01234 [cs.CL]', 'arxiv:2512.01234'],
    ['arXiv: 2512.01234', 'arxiv:2512.01234'],
    ['arXiv preprint arXiv:1706.03762', 'arxiv:1706.03762'],
    ['arXiv preprint 1706.03762', 'arxiv:1706.03762'],
    ['abs/1706.03762', 'arxiv:1706.03762'],
    ['CoRR, abs/1706.03762', 'arxiv:1706.03762'],
    ['oai:arXiv.org:1706.03762', 'arxiv:1706.03762'],
    ['10.48550/arXiv.1706.03762', 'arxiv:1706.03762'],
    ['math/0502036', 'arxiv:math/0502036'],
    ['hep-th/9901001v3', 'arxiv:hep-th/9901001'],
    ['math.GT/0309136', 'arxiv:math/0309136'],
    ['arXiv:cs.CL/0309136v2', 'arxiv:cs/0309136'],
    ['2512.123456', undefined],
    ['12512.01234', undefined],
    ['cs.CL', undefined],
    ['JSTOR 1234567', undefined],
    ['', undefined],
  ])('for the arXiv identifier %j returns %j', (arxiv, id) => {
    expect(paperIdFrom({ arxiv })).toBe(id);
  });

  it.each([
    ['https://arxiv.org/abs/2512.01234', 'arxiv:2512.01234'],
    ['http://www.arxiv.org/pdf/2512.01234v3.pdf', 'arxiv:2512.01234'],
    ['https://arxiv.org/html/2512.01234v1#S2', 'arxiv:2512.01234'],
    ['https://export.arxiv.org/abs/math/0502036', 'arxiv:math/0502036'],
    ['https://arxiv.org/abs/math%2F0502036', 'arxiv:math/0502036'],
    ['https://huggingface.co/papers/2512.01234', 'arxiv:2512.01234'],
    ['https://hf.co/papers/2512.01234?ref=x', 'arxiv:2512.01234'],
    ['https://www.alphaxiv.org/overview/2512.01234v1', 'arxiv:2512.01234'],
    ['https://ar5iv.labs.arxiv.org/html/1706.03762', 'arxiv:1706.03762'],
    ['https://doi.org/10.48550/arXiv.2512.01234', 'arxiv:2512.01234'],
    ['https://doi.org/10.48550/ARXIV.2512.01234', 'arxiv:2512.01234'],
    ['https://doi.org/10.1145/3292500.3330701', 'doi:10.1145/3292500.3330701'],
    ['http://dx.doi.org/10.1016/S0893-6080(05)80023-1', 'doi:10.1016/s0893-6080(05)80023-1'],
    ['https://dl.acm.org/doi/abs/10.1145/3292500.3330701?x=1', 'doi:10.1145/3292500.3330701'],
    ['https://example.org/2512.01234', undefined],
    ['https://arxiv.org/list/cs.CL/recent', undefined],
    ['https://huggingface.co/papers/%', undefined],
  ])('for the URL %j returns %j', (url, id) => {
    expect(paperIdFrom({ urls: ['https://example.org', url] })).toBe(id);
  });

  it.each([
    ['10.1145/3292500.3330701', 'doi:10.1145/3292500.3330701'],
    ['https://doi.org/10.1000/ABC', 'doi:10.1000/abc'],
    ['doi:10.1000/abc.', 'doi:10.1000/abc'],
    ['(10.1000/abc)', 'doi:10.1000/abc'],
    ['10.1007/978-3-030\\_12', 'doi:10.1007/978-3-030_12'],
    [
      '10.1002/(SICI)1097-4571(1998)49:8<693::AID-ASI4>3.0.CO;2-O',
      'doi:10.1002/(sici)1097-4571(1998)49:8<693::aid-asi4>3.0.co;2-o',
    ],
    ['10.48550/arXiv.math/0502036', 'arxiv:math/0502036'],
    [`10.1000/${'x'.repeat(94)}`, undefined],
    ['11.1000/abc', undefined],
  ])('for the DOI %j returns %j', (doi, id) => expect(paperIdFrom({ doi })).toBe(id));

  it('prefers the arXiv identifier to the DOI, and the DOI to the title', () => {
    const hints = { doi: '10.1000/abc', title: 'A title' };
    expect(paperIdFrom({ ...hints, arxiv: '2512.01234' })).toBe('arxiv:2512.01234');
    expect(paperIdFrom({ ...hints, urls: ['https://arxiv.org/abs/2512.01234'] })).toBe(
      'arxiv:2512.01234',
    );
    expect(paperIdFrom(hints)).toBe('doi:10.1000/abc');
  });

  it.each([
    ['see also arXiv:2002.00002', 'doi:10.1000/abc'],
    ['Book about arXiv:2002.00002', 'doi:10.1000/abc'],
    ['Extends https://arxiv.org/abs/2002.00002', 'doi:10.1000/abc'],
    ['arXiv preprint arXiv:2002.00002', 'arxiv:2002.00002'],
    ['arXiv:2002.00002v2 [cs.CL]', 'arxiv:2002.00002'],
    ['ArXiv e-prints, arXiv:2002.00002', 'arxiv:2002.00002'],
    ['abs/2002.00002', 'arxiv:2002.00002'],
    ['CoRR, abs/2002.00002, 2020', 'arxiv:2002.00002'],
    ['https://arxiv.org/abs/2002.00002', 'arxiv:2002.00002'],
  ])('prefers a DOI to an arXiv paper that is only mentioned: %j', (mention, id) => {
    expect(paperIdFrom({ doi: '10.1000/abc', mentions: [mention] })).toBe(id);
    expect(paperIdFrom({ urls: ['https://doi.org/10.1000/abc'], mentions: [mention] })).toBe(id);
    expect(paperIdFrom({ title: 'A title', mentions: [mention] })).toBe('arxiv:2002.00002');
  });

  it('falls back to a stable hash of the title', () => {
    // Published FNV-1a test vectors.
    expect(paperIdFrom({ title: 'A' })).toBe('title:af63dc4c8601ec8c');
    expect(paperIdFrom({ title: 'Foo Bar' })).toBe('title:85944171f73967e8');
    expect(paperIdFrom({ title: ' ' })).toBeUndefined();
  });

  it('ignores case, accents, spaces and punctuation of a title, but no letter', () => {
    const id = paperIdFrom({ title: 'Ångström: a  study' });
    expect(paperIdFrom({ title: 'angstrom — A Study.' })).toBe(id);
    expect(paperIdFrom({ title: 'angstrom a studz' })).not.toBe(id);
    expect(paperIdFrom({ title: '王小明' })).not.toBe(paperIdFrom({ title: '王大明' }));
    // These marks distinguish letters.
    expect(paperIdFrom({ title: 'ガス' })).not.toBe(paperIdFrom({ title: 'カス' }));
    expect(paperIdFrom({ title: 'की' })).not.toBe(paperIdFrom({ title: 'का' }));
    expect(paperIdFrom({ title: '???' })).not.toBe(paperIdFrom({ title: '!!!' }));
  });

  it('returns a paper id or undefined for any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (arxiv, doi, title) => {
        const id = paperIdFrom({ arxiv, doi, urls: [doi], title });
        expect(id === undefined || isPaperId(id)).toBe(true);
      }),
    );
  });

  it.each(['arxiv.org/', 'abs/', '10.1000/)', ')', '%41', '10.1000/'])(
    'handles a megabyte of %j',
    (part) => {
      const text = part.repeat(1e6 / part.length);
      const id = paperIdFrom({
        arxiv: text,
        doi: `10.1000/${text}`,
        urls: [text],
        mentions: [text],
        title: text,
      });
      expect(id === undefined || isPaperId(id)).toBe(true);
    },
  );
});
