import { axisX, axisY, gridY, plot, pointerX, rectY, ruleY, tip } from '@observablehq/plot';
import { nextUnitStart, unitStarts, type CalendarUnit } from '@/lib/shared/calendar';
import type { Day } from '@/lib/shared/day';
import { fullCount } from '@/components/format/format-count';
import { shortMonth } from '@/components/format/format-time';

/** Counts over time; later series are in front. */
export interface Bars {
  unit: CalendarUnit;
  /** First day of each span; never empty. */
  starts: readonly Day[];
  series: readonly BarSeries[];
  /** Minimum end of the axis; plots sharing it are comparable. */
  most: number;
  /** One per span. */
  tips: readonly string[];
  /** Accessible label. */
  label: string;
  /** px */
  height: number;
}

export interface BarSeries {
  /** One per span. */
  counts: readonly number[];
  /** CSS colour. */
  colour: string;
  /** Fraction of its span, 0 to 1. */
  breadth: number;
}

export type DrawBars = typeof drawBars;

const FONT_SIZE = 11;
const DIGIT_WIDTH = 7;
/** Of an axis label, px. */
const TICK_ROOM = 44;
/** Maximum bar width, px. */
const BROADEST = 40;
/** Months between axis labels. */
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
/** Minimum between grid lines, px. */
const LINE_DISTANCE = 32;

/** @param width of the drawing, px */
export function drawBars(bars: Bars, width: number): Element {
  const { unit, starts, series, label, height } = bars;
  const spans = starts.map((start, index) => ({
    x1: new Date(start),
    x2: new Date(nextUnitStart(start, unit)),
    index,
  }));
  const most = Math.max(1, bars.most);
  const marginLeft = 10 + DIGIT_WIDTH * fullCount(most).length;
  const inner = width - marginLeft;
  const highest = spans.map(({ index }) =>
    Math.max(...series.map(({ counts }) => counts[index] ?? 0)),
  );
  const ticks = xTicks(starts, inner);
  const tickLabels = tickLabel(ticks);
  const drawn = plot({
    width,
    height,
    marginLeft,
    marginRight: 0,
    marginTop: 8,
    marginBottom: 32,
    ariaLabel: label,
    x: { type: 'utc', domain: [spans[0]?.x1, spans.at(-1)?.x2] },
    y: { domain: [0, most], nice: true },
    marks: [
      gridY({ ...yTicks(most, height), stroke: 'var(--line)', strokeOpacity: 1 }),
      series.map(({ counts, colour, breadth }) => {
        const room = inner / spans.length;
        const inset = (room - breadth * Math.min(room, BROADEST)) / 2;
        return rectY(spans, {
          x1: 'x1',
          x2: 'x2',
          y: counts,
          fill: colour,
          insetLeft: inset,
          insetRight: inset,
        });
      }),
      ruleY([0], { stroke: 'var(--line-strong)' }),
      axisX(
        ticks.map((day) => new Date(day)),
        {
          tickFormat: (_: Date, index: number) => tickLabels[index],
          tickSize: 4,
          stroke: 'var(--line-strong)',
          fill: 'var(--muted)',
          fontSize: FONT_SIZE,
          label: null,
        },
      ),
      axisY({
        ...yTicks(most, height),
        tickFormat: fullCount,
        tickSize: 0,
        fill: 'var(--muted)',
        fontSize: FONT_SIZE,
        label: null,
      }),
      tip(
        spans,
        pointerX({
          x1: 'x1',
          x2: 'x2',
          y: highest,
          title: bars.tips,
          fill: 'var(--raised)',
          stroke: 'var(--line-strong)',
          strokeOpacity: 0.5,
          fontSize: 12,
          lineHeight: 1.35,
        }),
      ),
    ],
  });
  // The label describes it; parts mean nothing alone.
  drawn.setAttribute('role', 'img');
  return drawn;
}

/** Few: no fractions. */
function yTicks(most: number, height: number): { ticks: number } {
  return { ticks: Math.min(most, Math.floor(height / LINE_DISTANCE) - 1) };
}

/** Month starts, thinned to the width. */
function xTicks(starts: readonly Day[], width: number): Day[] {
  const [first, last] = [starts[0], starts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months = unitStarts(first, last, 'month').filter((day) => day >= first);
  const room = Math.max(2, Math.floor(width / TICK_ROOM));
  for (const step of MONTH_STEPS) {
    const days = months.filter((day) => monthNumber(day) % step === 0);
    if (days.length <= room) return days;
  }
  return [];
}

/** Months since year 0: a step of 12 gives Januaries. */
function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** Months, the year under its first; only years if all are Januaries. */
function tickLabel(ticks: readonly Day[]): string[] {
  const years = ticks.map((day) => day.slice(0, 4));
  if (ticks.every((day) => day.endsWith('-01-01'))) return years;
  return ticks.map((day, index) =>
    years[index] === years[index - 1] ? shortMonth(day) : `${shortMonth(day)}\n${years[index]}`,
  );
}
