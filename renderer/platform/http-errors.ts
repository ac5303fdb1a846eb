// What a window says when the loopback host does not answer a call.
import { AppError } from '#shared/lib/app-error';
import { tooLargeError } from '#shared/rpc/message-limits';

export const NOT_SIGNED_IN =
  'This window is not signed in to Plumbline, or was locked after a long pause. Everything saved is safe. ' +
  'Press Enter in the terminal where Plumbline runs to get a new address; where there is no such terminal, end that Plumbline and start it again.';

/** The program behind the page is gone or the connection broke before an answer came. */
export function unreachableError(): AppError {
  return new AppError(
    'internal',
    'Plumbline does not answer. Everything it had confirmed is saved. See whether it still runs in its terminal, then try again.',
    { kind: 'connection' },
  );
}

/** @param status of the HTTP answer, never 200. */
export function statusError(status: number, method: string): AppError {
  if (status === 401) return new AppError('not-allowed', NOT_SIGNED_IN, { status });
  if (status === 404) return new AppError('not-found', 'There is no such method.', { status });
  if (status === 413) return tooLargeError(method);
  if (status === 429) {
    return new AppError('not-allowed', 'Too many wrong addresses were tried. Wait a minute, then use a new one.', { status });
  }
  return new AppError('internal', 'Plumbline refused the request. Nothing was changed. Reload the window.', { status, method });
}
