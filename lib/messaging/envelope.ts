import { FAILURE_CODES, type FailureCode } from '../papers/failure';

/** How a message goes over the wire. */
export interface Request {
  papershelf: string;
  payload: unknown;
}

/** How it is answered: with a value, or with why not. */
export type Response = { ok: true; value: unknown } | { ok: false; code: FailureCode };

/** Whether a message is one of ours. What it carries is yet to be checked. */
export function isRequest(message: unknown): message is Request {
  return (
    message instanceof Object && 'papershelf' in message && typeof message.papershelf === 'string'
  );
}

/** Whether an answer has the form of ours. */
export function isResponse(answer: unknown): answer is Response {
  if (!(answer instanceof Object) || !('ok' in answer)) return false;
  return answer.ok === true || ('code' in answer && FAILURE_CODES.some((c) => c === answer.code));
}
