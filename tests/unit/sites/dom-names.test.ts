import { expect, test } from 'vitest';
import { holderOf } from '../../../lib/sites/huggingface/cards';
import { textsIn } from '../../../lib/sites/huggingface/dom';
import { parse } from './dom';

/*
 * A form answers with its field of a name (`<input name=parentElement>`). The parsers do not, and
 * loop when made to, so whole pages are read in tests/e2e/hostile-page.spec.ts.
 */
function nameField(form: Element, name: string): void {
  Object.defineProperty(form, name, { value: form.querySelector('input') });
}

test('the holder of cards in forms is found', () => {
  const card = '<form><input><article></article></form>';
  const document = parse(`<section>${card}${card}</section>`);
  for (const form of document.querySelectorAll('form')) {
    nameField(form, 'parentElement');
    nameField(form, 'contains');
  }

  expect(holderOf([...document.querySelectorAll('article')])?.localName).toBe('section');
});

test.each(['childNodes', 'localName'])(
  'the texts around a form with a field "%s" are read',
  (name) => {
    const document = parse('<div>before<form><input>within</form>after</div>');
    const [element] = document.querySelectorAll('div');
    nameField(document.querySelector('form')!, name);

    expect(textsIn(element!, []).map(({ text }) => text)).toEqual(['before', 'after']);
  },
);
