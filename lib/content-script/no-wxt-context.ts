/**
 * Replaces WXT's `ContentScriptContext` in the build, which shows the page the extension's id, ends
 * on an event that the page can make up, and fails where an element is named `dispatchEvent`
 * (decision 26).
 */
export function ContentScriptContext(): void {}
