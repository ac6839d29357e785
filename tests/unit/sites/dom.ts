import { Window } from 'happy-dom';
import { parseHTML } from 'linkedom';

/** Two independent HTML parsers, so that no test relies on the quirks of one. */
export const parsers: Record<string, (html: string) => Document> = {
  linkedom: (html) => parseHTML(html).document as unknown as Document,
  'happy-dom': (html) =>
    new new Window({ url: 'https://huggingface.co/papers' }).DOMParser().parseFromString(
      html,
      'text/html',
    ) as unknown as Document,
};

/** `html` as a document, by one of the parsers. */
export function parse(html: string): Document {
  return parsers.linkedom!(html);
}
