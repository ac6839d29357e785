import type { ContentScriptContext } from '#imports';

/** Calls `onUrl` with the page's address, now and after each in-page navigation. */
export function followLocation(ctx: ContentScriptContext, onUrl: (url: URL) => void): void {
  const tell = () => onUrl(new URL(location.href));
  tell();
  // Where the browser has the Navigation API, WXT tells of a navigation before it is committed, and
  // of those that then lead out of the document, or nowhere. A task later the address is the truth.
  ctx.addEventListener(window, 'wxt:locationchange', () => ctx.setTimeout(tell, 0));
}
