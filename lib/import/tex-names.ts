import { joinedName } from './names';

const SIGN = /[{},]|\sand(?=\s)/gi;
const EXTENDED = /^\s*(given|family|prefix|suffix)\s*=/i;

/**
 * A BibTeX author field's names, as `Given Family`, without `others`.
 * @param toText decodes TeX
 */
export function namesOfTex(tex: string, toText: (tex: string) => string): string[] {
  return splitNames(tex)
    .flatMap((parts) => namesOf(parts, toText))
    .filter((name) => name !== '' && name !== 'others');
}

/** Each name's parts; ignores separators in braces. */
function splitNames(tex: string): string[][] {
  const names: string[][] = [[]];
  let depth = 0;
  let at = 0;
  for (const match of tex.matchAll(SIGN)) {
    const sign = match[0];
    if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      names.at(-1)?.push(tex.slice(at, match.index));
      at = match.index + sign.length;
      if (sign !== ',') names.push([]);
    }
  }
  names.at(-1)?.push(tex.slice(at));
  return names;
}

function namesOf(parts: string[], toText: (tex: string) => string): string[] {
  const [first = '', second, third] = parts.map((part) => joinedName([toText(part)]));
  // https://ctan.org/pkg/biblatex, "Extended Name Format".
  if (parts.every((part) => EXTENDED.test(part) || part.includes('='))) {
    const named = new Map(
      parts.flatMap((part): [string, string][] => {
        const [beginning = '', name = ''] = EXTENDED.exec(part) ?? [];
        const value = part.slice(beginning.length).trimStart();
        return name === '' ? [] : [[name.toLowerCase(), toText(value)]];
      }),
    );
    if (named.size > 0) {
      return [joinedName(['given', 'prefix', 'family', 'suffix'].map((part) => named.get(part)))];
    }
  }
  // Too many parts for one name.
  if (parts.length > 3) return parts.map((part) => joinedName([toText(part)]));
  // `Family, Given` or `Family, Jr., Given`.
  return [third === undefined ? joinedName([second, first]) : joinedName([third, first, second])];
}
