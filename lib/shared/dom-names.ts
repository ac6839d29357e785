/**
 * A property as the browser defines it. Forms answer by the names of their fields first (`<input
 * name=parentNode>`), documents by those of forms and pictures (`<img name=body>`):
 * https://html.spec.whatwg.org/multipage/dom.html#dom-tree-accessors.
 */
export function nativeProperty<N extends object, K extends keyof N>(node: N, key: K): N[K] {
  return Reflect.get(Object.getPrototypeOf(node) as N, key, node) as N[K];
}

/** `document` without its elements' names. Not for APIs that take a node. */
export function withoutNames(document: Document): Document {
  return new Proxy(document, {
    get(_, key) {
      const value: unknown = nativeProperty(document, key as keyof Document);
      return typeof value === 'function' ? value.bind(document) : value;
    },
  });
}
