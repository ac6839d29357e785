import { Window } from 'happy-dom';
import { parseHTML } from 'linkedom';

/** Two independent readers of HTML, so that nothing rests on the quirks of one. */
export const parsers: Record<string, (html: string) => Document> = {
  linkedom: (html) => parseHTML(html).document as unknown as Document,
  'happy-dom': (html) =>
    new new Window({ url: 'https://huggingface.co/papers' }).DOMParser().parseFromString(
      html,
      'text/html',
    ) as unknown as Document,
};

/** `html` as a document, where it does not matter who reads it. */
export function parse(html: string): Document {
  return parsers.linkedom!(html);
}
