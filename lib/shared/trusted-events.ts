/**
 * `addEventListener` that ignores events dispatched by a page's script: only the browser makes
 * trusted ones.
 */
export function listen<E extends Event>(
  target: EventTarget,
  type: string,
  listener: (event: E) => void,
  options?: AddEventListenerOptions,
): void {
  const onEvent = (event: Event) => {
    if (event.isTrusted) listener(event as E);
  };
  target.addEventListener(type, onEvent, options);
}
