import { structuredName } from '@/lib/papers/names';
import { foldSpaces } from '@/lib/shared/text';

const EAST_ASIAN = String.raw`[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+`;
const EAST_ASIAN_INVERTED = new RegExp(`^(${EAST_ASIAN}), ?(${EAST_ASIAN})$`, 'u');

/** A name as `Given Family`, also from `Family, Given`. */
export function uprightName(text: string): string {
  const name = foldSpaces(text).replace(/,$/, '');
  if (!name.includes(',')) return name;
  if (EAST_ASIAN_INVERTED.test(name)) return name.replace(EAST_ASIAN_INVERTED, '$1$2');
  const parts = structuredName(name);
  return parts.kind === 'literal'
    ? name
    : joinedName([parts.given, parts.particle, parts.family, parts.suffix]);
}

/** Joins the defined parts by single spaces. */
export function joinedName(parts: readonly (string | undefined)[]): string {
  return foldSpaces(parts.filter((part) => part !== undefined).join(' '));
}
