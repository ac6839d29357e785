import { formatter } from './formatter';

const compact = /* @__PURE__ */ formatter((language) => {
  return new Intl.NumberFormat(language, { notation: 'compact' });
});
const plain = /* @__PURE__ */ formatter((language) => new Intl.NumberFormat(language));

/** `1.2K`. */
export function shortCount(count: number): string {
  return compact().format(count);
}

/** `1,248`. */
export function fullCount(count: number): string {
  return plain().format(count);
}
