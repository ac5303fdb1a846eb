// The one error type that crosses boundaries: a closed code, a sentence for people, details for programs.
import { withoutDirections } from './text.ts';

/** Every way in which Plumbline can refuse. The list is closed so that each code has a wording and a next step. */
export const APP_ERROR_CODES = [
  'bad-input', // the arguments are not of the declared shape
  'not-found', // a record, file or method that was named does not exist
  'conflict', // the state has moved on: the step cannot be applied as asked
  'unreadable-file', // a file a person gave us cannot be read as what it claims to be
  'vault-locked', // another process holds the vault
  'passphrase', // the vault is encrypted: a passphrase is needed, or the one given does not open it
  'vault-damaged', // the vault needs the recovery screen
  'vault-newer', // written by a newer version
  'vault-missing', // no vault at that place
  'read-only', // the vault is open but must not be written
  'disk', // the operating system refused: full disk, permissions, i/o
  'not-allowed', // token, origin or sender refused
  'cancelled', // a person stopped it
  'internal', // a defect of ours
] as const;

export type AppErrorCode = (typeof APP_ERROR_CODES)[number];

/** Details must be plain JSON and never hold transcript text (they may reach a log). */
export type AppErrorDetails = Record<string, string | number | boolean | null | readonly string[]>;

/**
 * An error whose message is a finished sentence for a person: what happened, to what, what is safe, what to do.
 */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly details: AppErrorDetails;

  constructor(code: AppErrorCode, message: string, details: AppErrorDetails = {}) {
    super(withoutDirections(message));
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** The shape in which an error crosses HTTP and IPC. */
export interface AppErrorReply {
  code: AppErrorCode;
  message: string;
  details: AppErrorDetails;
}

/**
 * Turns anything thrown into a reply. Unknown errors keep no message of their own:
 * engine messages quote their input (a JSON.parse error holds transcript text).
 */
export function toErrorReply(error: unknown): AppErrorReply {
  if (error instanceof AppError) {
    return { code: error.code, message: error.message, details: error.details };
  }
  return {
    code: 'internal',
    message: 'Something went wrong inside Plumbline. Nothing was changed.',
    details: { kind: error instanceof Error ? error.name : typeof error },
  };
}

/** Rebuilds the error on the other side of a boundary. */
export function fromErrorReply(reply: AppErrorReply): AppError {
  return new AppError(reply.code, reply.message, reply.details);
}
