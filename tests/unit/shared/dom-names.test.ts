// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { nativeProperty, withoutNames } from '@/lib/shared/dom-names';

/** As a browser does it, and happy-dom not in all cases: the names are properties of the object. */
function named<T extends object>(node: T, name: string): T {
  return Object.defineProperty(node, name, { value: 'a field', configurable: true });
}

test('reads past the fields of a form', () => {
  const form = document.createElement('form');
  const parent = document.createElement('div');
  parent.append(form);
  named(form, 'parentElement');
  named(form, 'contains');

  expect(nativeProperty(form, 'parentElement')).toBe(parent);
  expect(nativeProperty(form, 'contains').call(form, form)).toBe(true);
});

test('is a document without the names of its elements', () => {
  const page = document.implementation.createHTMLDocument();
  const { body } = page;
  for (const name of ['body', 'createElement']) named(page, name);
  const plain = withoutNames(page);

  expect(plain.body).toBe(body);
  expect(plain.createElement('p').ownerDocument).toBe(page);
});
