/**
 * Lenient readers of page data. Other kinds of values give undefined (`listOf`: an empty list), so
 * that a wrong piece costs only itself. None throws.
 */
import type { Day } from '@/lib/shared/day';
import { dayFrom, dayOf } from '@/lib/shared/day';
import { foldSpaces } from '@/lib/shared/text';

/** A JSON object with unknown fields. */
export type Fields = Record<string, unknown>;

/** `value` if an object, not an array. */
export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

/** `value` if an array, else empty. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The JSON object in `text`, if valid. */
export function fieldsOfJson(text: string): Fields | undefined {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Folded text, undefined when empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? foldSpaces(value) || undefined : undefined;
}

/** A non-negative safe integer. */
export function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

// No credentials: they only disguise the host.
const ADDRESS = /^(https?:)\/\/[\p{L}\p{N}._-]+(?::\d{1,5})?(?:[/?#]\S*)?$/iu;

/** An absolute URL with one of `protocols` (`https:`), protocol in lower case. */
export function addressOf(value: unknown, ...protocols: string[]): string | undefined {
  const text = textOf(value);
  const protocol = text === undefined ? undefined : ADDRESS.exec(text)?.[1]?.toLowerCase();
  if (text === undefined || protocol === undefined || !protocols.includes(protocol))
    return undefined;
  return protocol + text.slice(protocol.length);
}

const ISO_TIME = /^(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/;

/** The UTC day of an ISO 8601 time (without a zone: UTC) or day. */
export function dayOfTime(value: unknown): Day | undefined {
  const match = typeof value === 'string' ? ISO_TIME.exec(value.trim()) : null;
  if (match === null) return undefined;
  const [time, year, month, day, zone] = match;
  const written = dayFrom(Number(year), Number(month), Number(day));
  if (written === undefined || zone === undefined || zone === 'Z') return written;
  const elsewhere = Date.parse(time);
  return Number.isNaN(elsewhere) ? written : dayOf(elsewhere);
}

export interface ShownCount {
  value: number;
  /** False when rounded: `3.29k`. */
  exact: boolean;
}

const SHOWN_COUNT = /^(\d{1,3}(?:,\d{3})+|\d+)$/;
const ROUNDED_COUNT = /^(\d+(?:\.\d+)?)([km])$/i;

/** Parses `12`, `1,234`, `3.29k`, or `-` for 0; else undefined. */
export function shownCount(text: string): ShownCount | undefined {
  const shown = foldSpaces(text);
  if (shown === '-') return { value: 0, exact: true };
  const plain = SHOWN_COUNT.exec(shown)?.[1];
  if (plain !== undefined) {
    const value = countOf(Number(plain.replaceAll(',', '')));
    return value === undefined ? undefined : { value, exact: true };
  }
  const [, digits, unit] = ROUNDED_COUNT.exec(shown) ?? [];
  if (digits === undefined || unit === undefined) return undefined;
  const value = countOf(Math.round(Number(digits) * (unit.toLowerCase() === 'k' ? 1e3 : 1e6)));
  return value === undefined ? undefined : { value, exact: false };
}

/** Drops fields that are undefined. */
export function present<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  const rest: Partial<T> = {};
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined) rest[key] = value as T[typeof key];
  }
  return rest as T;
}
