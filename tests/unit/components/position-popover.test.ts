// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { positionPopover } from '@/components/overlay/position-popover';

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

function boxed({ left, top, width, height }: Box): HTMLElement {
  const element = document.createElement('div');
  element.getBoundingClientRect = () => new DOMRect(left, top, width, height);
  return element;
}

/** Where a panel of this size comes to stand in a window of 1000 by 800. */
function placed(anchor: Box, size: { width: number; height: number }) {
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1000);
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(800);
  const panel = boxed({ left: 0, top: 0, ...size });
  positionPopover(panel, boxed(anchor));
  return { left: Number.parseFloat(panel.style.left), top: Number.parseFloat(panel.style.top) };
}

const PANEL = { width: 300, height: 200 };

describe('a panel stands', () => {
  test.each<[string, Box, { left: number; top: number }]>([
    [
      'under its button, right edges in line',
      { left: 500, top: 100, width: 30, height: 30 },
      { left: 230, top: 136 },
    ],
    [
      'above it where there is no room below',
      { left: 500, top: 700, width: 30, height: 30 },
      { left: 230, top: 494 },
    ],
    ['within the left edge', { left: 20, top: 100, width: 30, height: 30 }, { left: 6, top: 136 }],
    [
      'within the right edge',
      { left: 990, top: 100, width: 30, height: 30 },
      { left: 694, top: 136 },
    ],
    [
      'within the window when its button is scrolled out below',
      { left: 500, top: 1200, width: 30, height: 30 },
      { left: 230, top: 594 },
    ],
  ])('%s', (_, anchor, place) => {
    expect(placed(anchor, PANEL)).toEqual(place);
  });

  test('within the window wherever its button is beside or below', () => {
    const at = fc.integer({ min: 0, max: 2000 });
    const side = fc.integer({ min: 0, max: 60 });
    const size = fc.record({
      width: fc.integer({ min: 1, max: 980 }),
      height: fc.integer({ min: 1, max: 780 }),
    });
    fc.assert(
      fc.property(
        fc.record({
          left: fc.integer({ min: -2000, max: 2000 }),
          top: at,
          width: side,
          height: side,
        }),
        size,
        (anchor, { width, height }) => {
          const { left, top } = placed(anchor, { width, height });
          expect(left).toBeGreaterThanOrEqual(6);
          expect(top).toBeGreaterThanOrEqual(6);
          expect(left + width).toBeLessThanOrEqual(994);
          expect(top + height).toBeLessThanOrEqual(794);
        },
      ),
    );
  });

  test('with its head in view when it is larger than the window', () => {
    const anchor = { left: 500, top: 300, width: 30, height: 30 };
    expect(placed(anchor, { width: 2000, height: 2000 })).toEqual({ left: 6, top: 6 });
  });
});
