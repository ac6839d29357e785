import type { PaperId } from '@/lib/papers/paper-id';
import { fieldsOf, fieldsOfJson, listOf } from '../lenient';
import type { Fields } from '../lenient';
import { idOfItem } from './items';

/** The root's JSON, by paper. */
export interface Props {
  fields: Fields;
  /** What is known of each paper, its search result first. */
  byId: Map<PaperId, Fields[]>;
  results: Set<PaperId>;
  ordinary: Set<PaperId>;
}

/** The JSON is some hundred kB and the page is read many times: parsed once for each value. */
const parsed = new WeakMap<Element, { text: string; props: Props }>();

/** The props of a listing; empty ones when they are absent or broken. */
export function propsOf(root: Element): Props {
  const text = root.getAttribute('data-props') ?? '';
  const known = parsed.get(root);
  if (known?.text === text) return known.props;
  const fields = fieldsOfJson(text) ?? {};
  const byId: Props['byId'] = new Map();
  // `searchResults` is there on searches only, beside the ordinary list (told of, 2026-08).
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
