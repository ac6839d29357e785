import { FAILURE_CODES, type FailureCode } from '@/lib/shared/failure';

/** A message on the wire. */
export interface Request {
  papershelf: string;
  payload: unknown;
  /** Constant across retries, for the background to deduplicate. */
  id: string;
}

/** The answer on the wire. */
export type Response = { ok: true; value: unknown } | { ok: false; code: FailureCode };

/** Whether this is our request. Does not check the payload. */
export function isRequest(message: unknown): message is Request {
  if (!(message instanceof Object) || !('papershelf' in message) || !('id' in message))
    return false;
  return typeof message.papershelf === 'string' && typeof message.id === 'string';
}

/** Whether this has a response's form. Does not check the value. */
export function isResponse(answer: unknown): answer is Response {
  if (!(answer instanceof Object) || !('ok' in answer)) return false;
  return answer.ok === true || ('code' in answer && FAILURE_CODES.some((c) => c === answer.code));
}
