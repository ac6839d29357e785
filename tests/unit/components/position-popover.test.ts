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

function elementAt({ left, top, width, height }: Box): HTMLElement {
  const element = document.createElement('div');
  element.getBoundingClientRect = () => new DOMRect(left, top, width, height);
  return element;
}

/** In a 1000 × 800 window. */
function placed(anchor: Box, size: { width: number; height: number }) {
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1000);
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(800);
  const panel = elementAt({ left: 0, top: 0, ...size });
  positionPopover(panel, elementAt(anchor));
  return { left: Number.parseFloat(panel.style.left), top: Number.parseFloat(panel.style.top) };
}

const PANEL = { width: 300, height: 200 };

describe('positionPopover', () => {
  test.each<[string, Box, { left: number; top: number }]>([
    [
      'below its button, right edges aligned',
      { left: 500, top: 100, width: 30, height: 30 },
      { left: 230, top: 136 },
    ],
    [
      'above it without room below',
      { left: 500, top: 700, width: 30, height: 30 },
      { left: 230, top: 494 },
    ],
    ['inside the left edge', { left: 20, top: 100, width: 30, height: 30 }, { left: 6, top: 136 }],
    [
      'inside the right edge',
      { left: 990, top: 100, width: 30, height: 30 },
      { left: 694, top: 136 },
    ],
    [
      'inside the window when its button is scrolled out below',
      { left: 500, top: 1200, width: 30, height: 30 },
      { left: 230, top: 594 },
    ],
  ])('places a panel %s', (_, anchor, place) => {
    expect(placed(anchor, PANEL)).toEqual(place);
  });

  test('keeps a panel inside the window for any place of its button', () => {
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

  test('keeps the top left corner of an oversized panel in view', () => {
    const anchor = { left: 500, top: 300, width: 30, height: 30 };
    expect(placed(anchor, { width: 2000, height: 2000 })).toEqual({ left: 6, top: 6 });
  });
});
