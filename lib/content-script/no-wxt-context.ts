/**
 * Replaces WXT's `ContentScriptContext` in the build. WXT's shows the page the extension's id, by
 * an event and a message, ends the script when the page makes up that event, and fails where an
 * element is named `dispatchEvent`. See decision 26.
 */
export function ContentScriptContext(): void {}
