/**
 * A property as the browser defines it. A form answers by the names of its fields first
 * (`<input name=parentNode>`), a document by those of its forms and pictures (`<img name=body>`):
 * https://html.spec.whatwg.org/multipage/dom.html#dom-tree-accessors.
 */
export function nativeProperty<N extends object, K extends keyof N>(node: N, key: K): N[K] {
  return Reflect.get(Object.getPrototypeOf(node) as N, key, node) as N[K];
}

/** `document` without the names that its elements give it. Not for APIs that take a node. */
export function withoutNames(document: Document): Document {
  return new Proxy(document, {
    get(_, key) {
      const value: unknown = nativeProperty(document, key as keyof Document);
      return typeof value === 'function' ? value.bind(document) : value;
    },
  });
}
