import type { ContentScriptContext } from '#imports';

/** Calls `onUrl` now and after each in-page navigation. */
export function followLocation(ctx: ContentScriptContext, onUrl: (url: URL) => void): void {
  const emit = () => onUrl(new URL(location.href));
  emit();
  // With the Navigation API, WXT fires before a navigation commits, even one that leaves the
  // document or fails. A task later the URL is right.
  ctx.addEventListener(window, 'wxt:locationchange', () => ctx.setTimeout(emit, 0));
}
