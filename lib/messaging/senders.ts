import { browser, type Browser } from 'wxt/browser';
import { sites } from '@/lib/sites/registry';
import type { MessageType } from './protocol';

/** A page of the extension, also in a frame, or a site's content script. */
export type Sender = 'page' | 'content-script';

const PAGE: readonly Sender[] = ['page'];
const CONTENT_SCRIPT: readonly Sender[] = ['content-script'];
const BOTH: readonly Sender[] = ['page', 'content-script'];

/**
 * Who may send each message. Content scripts run beside a site's scripts, so they get only what
 * they need.
 */
const SENDERS: { readonly [T in MessageType]: readonly Sender[] } = {
  'listing.record': CONTENT_SCRIPT,
  'paper.record': CONTENT_SCRIPT,
  'papers.seen': BOTH,
  'papers.dismiss': BOTH,
  'papers.history': PAGE,
  'papers.export': PAGE,
  'listing.change': BOTH,
  'listing.undo-change': BOTH,
  'listing.settings': CONTENT_SCRIPT,
  'listing.save-filter': CONTENT_SCRIPT,
  'library.states': BOTH,
  'library.save': BOTH,
  'library.save-known': PAGE,
  'library.edit': BOTH,
  'library.remove': PAGE,
  'library.restore': PAGE,
  'library.undo-quotation': CONTENT_SCRIPT,
  'library.suggest-tags': PAGE,
  'paper.claim-completion': CONTENT_SCRIPT,
  'paper.complete': CONTENT_SCRIPT,
  'backups.make-if-due': PAGE,
  'backups.keep': PAGE,
  'backups.failed': PAGE,
  'daily-list.fetch': PAGE,
  'daily-list.show-missed': PAGE,
};

export function isMessageType(type: string): type is MessageType {
  return Object.hasOwn(SENDERS, type);
}

/** False for unknown senders. */
export function maySend(sender: Browser.runtime.MessageSender, type: MessageType): boolean {
  const kind = kindOf(sender);
  return kind !== undefined && SENDERS[type].includes(kind);
}

/**
 * Undefined for another extension or site, and a site's frame. By URL: an extension page in a tab's
 * frame has a `tab`, like content scripts.
 */
function kindOf({ id, url, ...sender }: Browser.runtime.MessageSender): Sender | undefined {
  if (id !== browser.runtime.id || url === undefined) return undefined;
  // `chrome-extension://id` or `moz-extension://uuid`, not the id. `URL.origin` is "null" for some
  // schemes.
  const own = browser.runtime.getURL('/').replace(/\/$/, '');
  const isAt = (origin: string): boolean =>
    url.startsWith(`${origin}/`) && (sender.origin === undefined || sender.origin === origin);
  if (isAt(own)) return 'page';
  const isSite = sites.some(({ origin }) => isAt(origin));
  return isSite && isOutermost(sender) ? 'content-script' : undefined;
}

/** A prerendered page may not be frame 0 yet; content scripts run in no inner frame. */
function isOutermost({ frameId, documentLifecycle }: Browser.runtime.MessageSender): boolean {
  return frameId === 0 || documentLifecycle === 'prerender';
}
