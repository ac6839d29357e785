/** A field that is not there by then does not come, ms. */
const PATIENCE = 3000;

/**
 * Keeps from the page what is typed while a field is on its way that it is meant for: its letters
 * would be taken for keys. Ends when it is asked for, with Escape, or when the field does not come.
 * @returns gives what was typed until then
 */
export function typeAhead(document: Document, signal: AbortSignal): () => string {
  let typed = '';
  const ending = new AbortController();
  const end = () => {
    clearTimeout(timer);
    ending.abort();
  };
  const timer = setTimeout(() => {
    typed = '';
    end();
  }, PATIENCE);
  document.defaultView?.addEventListener(
    'keydown',
    (event) => {
      const { key, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey || event.isComposing) return;
      if (key === 'Escape') end();
      if ([...key].length === 1) typed += key;
      else if (key === 'Backspace') typed = typed.slice(0, -1);
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    // Before anybody else.
    { capture: true, signal: AbortSignal.any([signal, ending.signal]) },
  );
  return () => {
    end();
    return typed;
  };
}
