import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as fc from 'fast-check';
import type { PaperId } from '@/lib/papers/paper-id';
import { reader } from '@/lib/sites/huggingface/reader';
import { hasCaptures, readCapture } from '../fixtures/captures';
import { parse } from '../unit/sites/dom';

/** A page to mutate. */
export interface Page {
  name: string;
  html: string;
  url: URL;
  /** ms since epoch. */
  now: number;
  /** Of a paper's own page. */
  paperId: PaperId | undefined;
}

/** One change to a page; the numbers choose among its parts. */
export interface Mutation {
  kind: (typeof KINDS)[number];
  at: number;
  to: number;
  value: Hostile;
}

type Hostile = (typeof HOSTILE)[number];

const SITE = 'https://huggingface.co';
const ROOT = '[data-target=DailyPapers][data-props], [data-target=PaperContent][data-props]';
/** Cards and records that are kept of a page: the more pages are tried. */
const FEW = 5;

const KINDS = [
  'drop-attribute', 'set-attribute', 'swap-attribute',
  'move', 'double', 'cut', 'unwrap', 'nest', 'rename', 'swap-text', 'set-text',
  'drop-field', 'set-field', 'swap-field', 'double-record', 'cut-record', 'other-props',
  'cut-props', 'cut-markup', 'double-markup', 'address', 'translate',
] as const; // prettier-ignore

const HOSTILE = [
  '', ' ', '-', '0', '12', '1,234', '3.29k', '9'.repeat(30), 'Sep 28', 'Feb 30, 2026',
  '/papers/2609.00001', '/papers/2609.00001v3#community', `${SITE}/papers/2609.00002?x`,
  '/papers/../../evil', 'javascript:alert(1)', 'https://user@github.com/a/b', '//github.com/a',
  'https://github.com/a/b', 'data:text/html,<b>', '/papers/date/2026-02-31', '2026-W99',
  'Submitted by', 'Submitted by someone', '3 authors', '· 99,999 authors', 'GitHub 7',
  '__proto__', 'constructor', '<img src=x onerror=alert(1)>', '&quot;}]', '{"a":', '\u0000',
  '\ud800', '\u202eabc', 'ﬀ̈'.repeat(20), 'word '.repeat(2000), ' '.repeat(5000),
] as const; // prettier-ignore

/** Values of JSON where texts and numbers belong. */
const JSON_VALUES: readonly unknown[] = [
  null, true, -1, 0.5, 1e21, Number.MAX_SAFE_INTEGER, [], {}, [null], { id: 7 }, [[{}]],
  { name: { name: 'x' } }, { __proto__: { id: '2609.00001' } }, '2026-02-30T00:00:00.000Z',
]; // prettier-ignore

const ADDRESSES = [
  '', '/', '/date/2026-03-12', '/date/9999-99-99', '/week/2026-W11', '/month/2026-03',
  '/trending', '?q=reasoning', '?q=%ED%A0%80', '?date=2026-03-12', '/week/2026-W99?q=',
]; // prettier-ignore

const ATTRIBUTES = ['href', 'src', 'alt', 'class', 'type', 'name', 'data-target', 'data-props'];
const NAMES = [
  'a',
  'article',
  'div',
  'h3',
  'p',
  'form',
  'font',
  'dialog',
  'section',
  'input',
  'ul',
];

/** One to six changes to one of the pages. */
export const mutatedPage = fc.record({
  page: fc.nat(),
  mutations: fc.array(
    fc.record<Mutation>({
      kind: fc.constantFrom(...KINDS),
      at: fc.nat(),
      to: fc.nat(),
      value: fc.constantFrom(...HOSTILE),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

/** The made-up pages, and the captured ones where they are. */
export const pages: readonly Page[] = [...fixtures(), ...captures()];

function fixtures(): Page[] {
  const folder = resolve(import.meta.dirname, '../fixtures/sites');
  const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
  return names.map((name) => {
    const text = readFileSync(resolve(folder, name), 'utf8');
    const [firstLine = ''] = text.split('\n', 1);
    const { url, now } = JSON.parse(firstLine.slice('<!--'.length, -'-->'.length));
    return pageOf(name, text.slice(firstLine.length + 1), url, Date.parse(now));
  });
}

function captures(): Page[] {
  if (!hasCaptures) return [];
  const all: [file: string, path: string, day: string][] = [
    ['rendered/daily-2025-12-15.html', '/date/2025-12-15', '2025-12-15'],
    ['rendered/daily-2026-03-12--dark.html', '/date/2026-03-12', '2026-03-12'],
    ['rendered/search-2025-12-30--no-props.html', '?q=agents', '2025-12-30'],
    ['rendered/search-reasoning.html', '?q=reasoning', '2026-03-12'],
    ['rendered/trending.html', '/trending', '2026-03-12'],
    ['rendered/weekly-2026-W11.html', '/week/2026-W11', '2026-03-14'],
    ['real/hf-daily-2026-09-28-hydrated.excerpt.html', '', '2026-09-28'],
    ['real/hf-trending-2026-10-07-ssr.excerpt.html', '/trending', '2026-10-07'],
    ['real/hf-paperpage-2407.13168-2026-09-14.rekeyed.html', '/2407.13168', '2026-09-14'],
  ];
  return all.map(([file, path, day]) =>
    pageOf(file, readCapture(file), `${SITE}/papers${path}`, Date.parse(`${day}T18:00:00Z`)),
  );
}

function pageOf(name: string, html: string, address: string, now: number): Page {
  const document = parse(
    `<!doctype html>${html.includes('<html') ? html : `<html>${html}</html>`}`,
  );
  for (const card of [...document.querySelectorAll('article')].slice(FEW)) card.remove();
  changeProps(document, (props) => {
    for (const list of ['dailyPapers', 'searchResults']) {
      if (Array.isArray(props[list])) props[list] = props[list].slice(0, FEW + 2);
    }
    return JSON.stringify(props);
  });
  for (const script of document.querySelectorAll('script, style, svg')) script.remove();
  const url = new URL(address);
  return { name, html: document.toString(), url, now, paperId: reader.paperAt(url) };
}

type Props = Record<string, unknown>;

function changeProps(document: Document, change: (props: Props) => string): void {
  const root = document.querySelector(ROOT);
  try {
    const props = JSON.parse(root?.getAttribute('data-props') ?? '') as unknown;
    if (props instanceof Object) root?.setAttribute('data-props', change(props as Props));
  } catch {
    // Absent or broken: other changes apply.
  }
}

/** Applies changes to a fresh copy of a page. */
export function mutate(
  page: Page,
  mutations: readonly Mutation[],
): { document: Document; url: URL } {
  let { html, url } = page;
  const start = html.indexOf('<body');
  for (const { kind, at, to, value } of mutations) {
    const from = start + (at % (html.length - start));
    const length = to % 3000;
    if (kind === 'cut-markup') html = html.slice(0, from) + html.slice(from + length);
    if (kind === 'double-markup') {
      html = html.slice(0, from) + value + html.slice(Math.max(start, from - length));
    }
    if (kind === 'address' && page.paperId === undefined) {
      url = new URL(`${SITE}/papers${pick(ADDRESSES, at)}`);
    }
  }
  let document = parse(html);
  // What a browser's parser never leaves out.
  if (!document.documentElement) document = parse(`<html><body>${html}</body></html>`);
  for (const mutation of mutations) mutateDocument(document, mutation);
  return { document, url };
}

function pick<T>(from: readonly T[], at: number): T {
  return from[at % from.length] as T;
}

function mutateDocument(document: Document, { kind, at, to, value }: Mutation): void {
  const elements = [...document.querySelectorAll('body *')];
  if (elements.length === 0) return;
  const [element, other] = [pick(elements, at), pick(elements, to)];
  switch (kind) {
    case 'drop-attribute': {
      const names = element.getAttributeNames();
      if (names.length > 0) element.removeAttribute(pick(names, to));
      break;
    }
    case 'set-attribute':
      element.setAttribute(pick(ATTRIBUTES, to), value);
      break;
    case 'swap-attribute': {
      const name = pick(['href', 'src', 'alt', 'class'], at);
      const [one, two] = [pick(having(document, name), at), pick(having(document, name), to)];
      const [a, b] = [one?.getAttribute(name) ?? '', two?.getAttribute(name) ?? ''];
      one?.setAttribute(name, b);
      two?.setAttribute(name, a);
      break;
    }
    case 'move':
      if (!element.contains(other)) other.append(element);
      break;
    case 'double':
      if (at % 2 === 0) element.after(element.cloneNode(true));
      else other.append(element.cloneNode(true));
      break;
    case 'cut':
      element.remove();
      break;
    case 'unwrap':
      element.replaceWith(...element.childNodes);
      break;
    case 'nest': {
      const name = pick(['span', 'div'], to);
      for (let depth = to % 300; depth > 0; depth -= 1) {
        const around = document.createElement(name);
        element.replaceWith(around);
        around.append(element);
      }
      break;
    }
    case 'rename': {
      const renamed = document.createElement(pick(NAMES, to));
      for (const name of element.getAttributeNames()) {
        renamed.setAttribute(name, element.getAttribute(name) ?? '');
      }
      renamed.append(...element.childNodes);
      element.replaceWith(renamed);
      break;
    }
    case 'swap-text': {
      const texts = elements.flatMap(textNodesOf);
      if (texts.length === 0) break;
      const [one, two] = [pick(texts, at), pick(texts, to)];
      [one.nodeValue, two.nodeValue] = [two.nodeValue, one.nodeValue];
      break;
    }
    case 'set-text': {
      const texts = elements.flatMap(textNodesOf);
      if (texts.length > 0) pick(texts, at).nodeValue = value;
      break;
    }
    case 'translate':
      document.documentElement.setAttribute('lang', pick(['fr', 'en', 'EN-us', 'zh-CN'], at));
      break;
    default:
      changeProps(document, (props) => mutateProps(props, { kind, at, to, value }));
  }
}

function having(document: Document, attribute: string): Element[] {
  return [...document.querySelectorAll(`article [${attribute}]`)];
}

function textNodesOf(element: Element): ChildNode[] {
  return [...element.childNodes].filter(({ nodeType, nodeValue }) => {
    return nodeType === 3 && nodeValue?.trim() !== '';
  });
}

function mutateProps(props: Props, { kind, at, to, value }: Mutation): string {
  const list = (props['dailyPapers'] ?? props['searchResults'] ?? [props]) as Props[];
  const [item, other] = [pick(list, at), pick(list, to)];
  const [fields, others] = [fieldsIn(item, to), fieldsIn(other, to)];
  const name = pick(Object.keys(fields), at + to) ?? 'id';
  switch (kind) {
    case 'drop-field':
      delete fields[name];
      break;
    case 'set-field':
      fields[name] = at % 2 === 0 ? value : pick(JSON_VALUES, to);
      break;
    case 'swap-field':
      [fields[name], others[name]] = [others[name], fields[name]];
      break;
    case 'double-record':
      if (Array.isArray(list)) list.splice(to % list.length, 0, structuredClone(item));
      break;
    case 'cut-record':
      if (Array.isArray(list)) list.splice(at % list.length, 1);
      break;
    case 'other-props': {
      const html = pick(pages, at).html;
      return parse(html).querySelector(ROOT)?.getAttribute('data-props') ?? '';
    }
    case 'cut-props':
      return JSON.stringify(props).slice(0, at % 5000);
    default:
  }
  return JSON.stringify(props);
}

/** The fields of a record, or of the paper in it. */
function fieldsIn(item: unknown, to: number): Props {
  if (!(item instanceof Object)) return {};
  const { paper } = item as Props;
  return to % 4 !== 0 && paper instanceof Object ? (paper as Props) : (item as Props);
}
