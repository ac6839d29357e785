/**
 * Imported first. Where the browser has no `browser`, keeps elements from taking the name (`<form
 * id=browser>`). wxt.config.ts does the same for `chrome`.
 */
if (!Object.hasOwn(globalThis, 'browser')) {
  Object.defineProperty(globalThis, 'browser', { value: undefined, writable: true });
}
