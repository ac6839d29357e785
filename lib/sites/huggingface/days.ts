import { fieldsOf } from '../lenient';
import type { DailyLists } from '../site';
import { ORIGIN } from './addresses';
import { idOfItem, readItem } from './items';

/**
 * The API's maximum; more is on page `p`, from 0 (source of `huggingface_hub`, and
 * https://huggingface.co/docs/hub/api#get-apidailypapers). Rate limits:
 * https://huggingface.co/docs/hub/rate-limits.
 */
const LIMIT = 100;

/** The public API's daily lists. */
export const days: DailyLists = {
  origin: ORIGIN,
  path: (day, page) =>
    `/api/daily_papers?date=${day}&limit=${LIMIT}${page === 0 ? '' : `&p=${page}`}`,
  pageLength: LIMIT,
  readPapers: (answer) =>
    Array.isArray(answer)
      ? answer.map((value) => {
          const item = fieldsOf(value);
          const id = item && idOfItem(item);
          return item && id && readItem(item, id);
        })
      : undefined,
};
