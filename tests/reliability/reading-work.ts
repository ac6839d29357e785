/** Work of a reading, in UTF-16 units of text and nodes that it looks at. */
interface ReadingWork<T> {
  result: T;
  work: number;
  /** The same unit: the text of the page, and its elements. */
  size: number;
}

/** Counts the work of `read`: time would depend on the machine. */
export function readingWork<T>(document: Document, read: () => T): ReadingWork<T> {
  const prototype = ownerOf(document.documentElement, 'textContent');
  const { get } = Object.getOwnPropertyDescriptor(prototype, 'textContent')!;
  const query = ownerOf(document.documentElement, 'querySelectorAll');
  const { querySelectorAll } = query as Element;
  const elements = document.querySelectorAll('*').length;
  const size = (document.documentElement.textContent ?? '').length + elements;
  let work = 0;
  Object.defineProperty(prototype, 'textContent', {
    configurable: true,
    get(this: Element) {
      const text = get!.call(this) as string;
      work += text.length + 1;
      return text;
    },
  });
  Object.assign(query, {
    querySelectorAll(this: Element, selectors: string) {
      const found = querySelectorAll.call(this, selectors);
      work += found.length + 1;
      return found;
    },
  });
  try {
    return { result: read(), work, size };
  } finally {
    Object.defineProperty(prototype, 'textContent', { configurable: true, get: get! });
    Object.assign(query, { querySelectorAll });
  }
}

function ownerOf(node: object, name: string): object {
  let owner = node;
  while (!Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner) as object;
  return owner;
}
