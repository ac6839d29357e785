import { mergePapers } from '@/lib/papers/merge-papers';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { fieldsOf, fieldsOfJson, listOf } from '../lenient';
import type { Fields } from '../lenient';
import { idOfItem, readItem } from './items';

/** The root's JSON, by paper. */
export interface Props {
  fields: Fields;
  /** What its items say of a paper; empty for others. */
  factsOf(id: PaperId): Partial<Paper>;
  results: Set<PaperId>;
  ordinary: Set<PaperId>;
}

/** By paper; a search result first. */
type Items = Map<PaperId, Fields[]>;

/** Caches some hundred kB of JSON, which is read often. */
const parsed = new WeakMap<Element, { text: string; props: Props }>();

/** A listing's props; empty when absent or broken. */
export function propsOf(root: Element): Props {
  const text = root.getAttribute('data-props') ?? '';
  const known = parsed.get(root);
  if (known?.text === text) return known.props;
  const fields = fieldsOfJson(text) ?? {};
  const byId: Items = new Map();
  // `searchResults` exists only on searches, beside the ordinary list (reported 2026-08).
  const results = indexItems(fields.searchResults, byId);
  const ordinary = indexItems(fields.dailyPapers, byId);
  const props = { fields, factsOf: factsIn(byId), results, ordinary };
  parsed.set(root, { text, props });
  return props;
}

/** Reads each paper once. */
function factsIn(byId: Items): Props['factsOf'] {
  const known = new Map<PaperId, Partial<Paper>>();
  return (id) => {
    const facts = known.get(id) ?? readItems(byId.get(id) ?? [], id);
    known.set(id, facts);
    return facts;
  };
}

function readItems(items: readonly Fields[], id: PaperId): Partial<Paper> {
  // The first item is richest: later ones in a merge replace.
  const [last, ...others] = items.map((item) => readItem(item, id)).reverse();
  return last === undefined ? {} : others.reduce(mergePapers, last);
}

function indexItems(items: unknown, byId: Items): Set<PaperId> {
  const ids = new Set<PaperId>();
  for (const value of listOf(items)) {
    const item = fieldsOf(value);
    const id = item && idOfItem(item);
    if (item === undefined || id === undefined) continue;
    ids.add(id);
    const others = byId.get(id);
    if (others === undefined) byId.set(id, [item]);
    else others.push(item);
  }
  return ids;
}
