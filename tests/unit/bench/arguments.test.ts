import { describe, expect, it } from 'vitest';
import { benchArguments } from '../../bench/arguments';

describe('the arguments of npm run bench', () => {
  it('measures all sizes and no peer without any', () => {
    expect(benchArguments([])).toEqual({ count: undefined, peer: undefined });
  });

  it('takes one size', () => {
    expect(benchArguments(['10000'])).toEqual({ count: 10_000, peer: undefined });
  });

  it.each([[['--peer', 'some folder']], [['--peer=some folder']]])('takes a peer: %j', (given) => {
    expect(benchArguments(given)).toEqual({ count: undefined, peer: 'some folder' });
  });

  it.each([
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
