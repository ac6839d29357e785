import { FAILURE_CODES, type FailureCode } from '@/lib/shared/failure';

/** How a message goes over the wire. */
export interface Request {
  papershelf: string;
  payload: unknown;
  /** Of one asking, however often it is sent for it. */
  id: string;
}

/** How it is answered: with a value, or with why not. */
export type Response = { ok: true; value: unknown } | { ok: false; code: FailureCode };

/** Whether a message is one of ours. What it carries is yet to be checked. */
export function isRequest(message: unknown): message is Request {
  if (!(message instanceof Object) || !('papershelf' in message) || !('id' in message))
    return false;
  return typeof message.papershelf === 'string' && typeof message.id === 'string';
}

/** Whether an answer has the form of ours. */
export function isResponse(answer: unknown): answer is Response {
  if (!(answer instanceof Object) || !('ok' in answer)) return false;
  return answer.ok === true || ('code' in answer && FAILURE_CODES.some((c) => c === answer.code));
}
