import { describe, expect, it } from 'vitest';
import { benchArguments, PARTS } from '../../bench/arguments';

describe('the arguments of npm run bench', () => {
  it('measures all sizes and no peer without any', () => {
    expect(benchArguments([])).toEqual({ count: undefined, peer: undefined, parts: PARTS });
  });

  it('takes one size', () => {
    expect(benchArguments(['10000'])).toMatchObject({ count: 10_000, peer: undefined });
  });

  it.each([[['--peer', 'some folder']], [['--peer=some folder']]])('takes a peer: %j', (given) => {
    expect(benchArguments(given)).toMatchObject({ count: undefined, peer: 'some folder' });
  });

  it('takes some parts', () => {
    const given = ['1000', '--only', 'opening,panel'];
    expect(benchArguments(given)).toMatchObject({ count: 1000, parts: ['opening', 'panel'] });
  });

  it.each([
    [['--only', 'opening,nothing']],
    [['--only=']],
    [['--peer']],
    [['--peer=']],
    [['--pear', 'folder']],
    [['folder']],
    [['0']],
    [['1e3']],
    [['100', '1000']],
  ])('refuses %j', (given) => {
    expect(() => benchArguments(given)).toThrow();
  });
});
