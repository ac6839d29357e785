import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Day } from '@/lib/shared/day';
import { stubLocks } from '../../fixtures/fake-locks';

/** Answers one request, or throws. */
export type Answer = () => Response | Promise<Response>;

/** A fake of the site's public API, its permission and the network. */
export interface FakeSite {
  /** The days requested, in order. */
  readonly asked: Day[];
  /** The options of each request. */
  readonly options: RequestInit[];
  /** Pages count from 0. The default is `aList`. */
  answer(day: Day, page: number): Answer;
  /** Whether the host permission is granted. */
  permitted: boolean;
  onLine: boolean;
}

/** One paper, numbered by the day. */
export function aList(day: Day): Answer {
  const number = day.slice(5).replace('-', '').padStart(5, '0');
  const paper = { id: `2609.${number}`, title: `Of ${day}`, upvotes: 7, authors: [] };
  return () => Response.json([{ paper, title: paper.title }]);
}

/** `count` papers of a day, numbered from `first`. */
export function papersOf(day: Day, first: number, count: number): Answer {
  const items = Array.from({ length: count }, (_, index) => {
    const id = `2609.${day.slice(8)}${String(first + index).padStart(3, '0')}`;
    return { paper: { id, title: `Of ${day}`, upvotes: 7, authors: [] } };
  });
  return () => Response.json(items);
}

/** An error. */
export function status(code: number, headers: Record<string, string> = {}): Answer {
  return () => new Response('{"error":"no"}', { status: code, headers });
}

/** Stubs `fetch`, the permission, locks and `navigator.onLine`. */
export function installFakeSite(): FakeSite {
  const site: FakeSite = {
    asked: [],
    options: [],
    answer: aList,
    permitted: true,
    onLine: true,
  };
  vi.stubGlobal('fetch', async (address: string, options: RequestInit) => {
    const { searchParams } = new URL(address);
    const day = searchParams.get('date') as Day;
    site.asked.push(day);
    site.options.push(options);
    return site.answer(day, Number(searchParams.get('p')))();
  });
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => site.permitted);
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'Papershelf',
    version: '1',
    optional_host_permissions: ['https://huggingface.co/*'],
  });
  stubLocks();
  Object.defineProperty(navigator, 'onLine', { get: () => site.onLine });
  return site;
}
