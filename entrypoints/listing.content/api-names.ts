/**
 * Imported first. Where the browser has no `browser`, an element could take its
 * name (`<form id=browser>`); then other code finds none. wxt.config.ts does the same for
 * `chrome`.
 */
if (!Object.hasOwn(globalThis, 'browser')) {
  Object.defineProperty(globalThis, 'browser', { value: undefined, writable: true });
}
