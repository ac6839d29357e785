import type { PaperId } from '@/lib/papers/paper-id';
import { fieldsOf, fieldsOfJson, listOf } from '../lenient';
import type { Fields } from '../lenient';
import { idOfItem } from './items';

/** The root's JSON, by paper. */
export interface Props {
  fields: Fields;
  /** Search result first. */
  byId: Map<PaperId, Fields[]>;
  results: Set<PaperId>;
  ordinary: Set<PaperId>;
}

/** Caches some hundred kB of JSON, which is read often. */
const parsed = new WeakMap<Element, { text: string; props: Props }>();

/** A listing's props; empty when absent or broken. */
export function propsOf(root: Element): Props {
  const text = root.getAttribute('data-props') ?? '';
  const known = parsed.get(root);
  if (known?.text === text) return known.props;
  const fields = fieldsOfJson(text) ?? {};
  const byId: Props['byId'] = new Map();
  // `searchResults` exists only on searches, beside the ordinary list (reported 2026-08).
  const results = indexItems(fields.searchResults, byId);
  const ordinary = indexItems(fields.dailyPapers, byId);
  const props = { fields, byId, results, ordinary };
  parsed.set(root, { text, props });
  return props;
}

function indexItems(items: unknown, byId: Props['byId']): Set<PaperId> {
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
