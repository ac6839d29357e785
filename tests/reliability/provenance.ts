/** Whether the facts that were read are of the right paper, decided by other means than the reader's. */
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { foldSpaces } from '@/lib/shared/text';

/** Everything that a place says, in which a fact may occur. */
interface Source {
  /** Texts and attributes, folded, in lower case. */
  text: string;
  numbers: ReadonlySet<number>;
}

/** Longer texts are not one number. */
const LONG = 60;

/** A link to a paper; what else a card leads to is no other paper. */
const PAPER = /^(?:https:\/\/huggingface\.co)?\/papers\/\d{4}\.\d{4,5}(?:v\d+)?\/?(?:[?#].*)?$/;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** What an element says. */
export function sourceOf(element: Element): Source {
  const texts = [element.textContent ?? ''];
  const attributes: string[] = [];
  for (const part of [element, ...element.querySelectorAll('*')]) {
    // Numbers and days stand alone only in their own elements or nodes.
    const text = part.textContent ?? '';
    if (text.length < LONG) texts.push(text);
    for (const { nodeType, nodeValue } of part.childNodes) {
      if (nodeType === 3) texts.push(nodeValue ?? '');
    }
    for (const name of part.getAttributeNames()) {
      if (name !== 'data-props') attributes.push(part.getAttribute(name) ?? '');
    }
  }
  return { text: folded([...texts, ...attributes].join('\n')), numbers: numbersIn(texts) };
}

/** The card of a paper without other papers' cards in it. */
export function cardOf(element: Element, id: PaperId): Element {
  if (element.querySelector('article') === null) return element;
  const card = element.cloneNode(true) as Element;
  for (const inner of card.querySelectorAll('article')) {
    const links = [...inner.querySelectorAll('h3 a')].map((link) => link.getAttribute('href'));
    const papers = links.filter((href) => PAPER.test(href ?? ''));
    const isOther = papers.length > 0 && !papers.some((href) => href?.includes(id.slice(6)));
    if (isOther) inner.remove();
  }
  return card;
}

/** What the records of a paper in the page's JSON say. */
export function recordsOf(json: string, id: PaperId): Source {
  const parts: string[] = [];
  const numbers = new Set<number>();
  try {
    visit(JSON.parse(json), (item) => {
      const paper = item['paper'] instanceof Object ? (item['paper'] as Json) : item;
      if (`arxiv:${foldSpaces(String(paper['id'])).replace(/v\d+$/, '')}` !== id) return;
      visit(item, (fields) => {
        for (const value of Object.values(fields)) {
          if (typeof value === 'string') parts.push(value, value.replace(/<[^>]*>/g, ''));
          if (typeof value === 'number') numbers.add(value);
          if (!Array.isArray(value)) continue;
          for (const one of value) if (typeof one === 'string') parts.push(one);
          numbers.add(value.filter((one) => hasName(one)).length);
        }
      });
    });
  } catch {
    // No JSON, no records.
  }
  return { text: folded(parts.join('\n')), numbers };
}

function hasName(value: unknown): boolean {
  const name = value instanceof Object && 'name' in value ? value.name : undefined;
  return typeof name === 'string' && foldSpaces(name) !== '';
}

type Json = Record<string, unknown>;

function visit(value: unknown, each: (fields: Json) => void): void {
  if (!(value instanceof Object)) return;
  if (!Array.isArray(value)) each(value as Json);
  for (const inner of Object.values(value)) visit(inner, each);
}

function folded(text: string): string {
  return foldSpaces(text).toLowerCase();
}

function numbersIn(parts: readonly string[]): Set<number> {
  const numbers = new Set<number>();
  for (const part of parts) {
    if (foldSpaces(part) === '-') numbers.add(0);
    for (const [text] of part.matchAll(/\d[\d,]*(?:\.\d+)?[km]?/gi)) {
      const value = Number.parseFloat(text.replaceAll(',', ''));
      for (const factor of [1, 1e3, 1e6]) numbers.add(Math.round(value * factor));
    }
  }
  return numbers;
}

/**
 * The facts that no source has.
 * @param ownDay day of the list that shows the paper
 */
export function strangeFacts(
  paper: Paper,
  sources: readonly Source[],
  ownDay: string | undefined,
): string[] {
  const says = (text: string): boolean => {
    const wanted = folded(text);
    return sources.some((source) => source.text.includes(wanted));
  };
  const counts = (value: number): boolean => sources.some(({ numbers }) => numbers.has(value));
  return Object.entries(paper).flatMap(([field, value]) => {
    if (field === 'id' || isKnown(field, value)) return [];
    return [`${field}: ${JSON.stringify(value)}`];
  });

  function isKnown(field: string, value: unknown): boolean {
    if (field === 'publishedOn' || field === 'listedOn') {
      return value === ownDay || isDayIn(String(value), sources);
    }
    // A card without a link to comments has 0.
    if (typeof value === 'number') return counts(value) || (field === 'comments' && value === 0);
    if (Array.isArray(value)) return value.every((one) => says(String(one)));
    if (value instanceof Object) return Object.values(value).every((one) => says(String(one)));
    return says(String(value));
  }
}

/** Written as on a card, or as in JSON, where the zone may move it by a day. */
function isDayIn(day: string, sources: readonly Source[]): boolean {
  const [, month = '', date = ''] = day.split('-');
  const shown = new RegExp(`${MONTHS[Number(month) - 1]}[a-z]*\\.? 0?${Number(date)}\\b`);
  const near = [-1, 0, 1].map((days) =>
    new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10),
  );
  return sources.some(({ text }) => shown.test(text) || near.some((one) => text.includes(one)));
}
