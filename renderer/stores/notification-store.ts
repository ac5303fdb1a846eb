// Notifications: bottom right, sparing; errors with something to do next.
import { create } from 'zustand';

import { AppError } from '#shared/lib/app-error';
import { withoutDirections } from '#shared/lib/text';

export interface Notification {
  id: number;
  kind: 'info' | 'error';
  /** A finished sentence. */
  message: string;
  action?: { label: string; run(): void };
  /** Stays until it is dismissed, as errors do. */
  stays?: boolean;
}

let nextId = 1;

export const useNotificationStore = create<{ notifications: readonly Notification[] }>()(() => ({ notifications: [] }));

/** Shows a notification; the same message is not shown twice. */
export function notify(given: Omit<Notification, 'id'>): void {
  const notification = { ...given, message: withoutDirections(given.message) };
  useNotificationStore.setState(({ notifications }) => {
    const others = notifications.filter((shown) => shown.message !== notification.message);
    return { notifications: [...others, { ...notification, id: nextId++ }].slice(-4) };
  });
}

export function dismissNotification(id: number): void {
  useNotificationStore.setState(({ notifications }) => ({ notifications: notifications.filter((shown) => shown.id !== id) }));
}

/** Shows an error as its sentence. Cancelling is no error. */
export function notifyError(error: unknown, action?: Notification['action']): void {
  if (error instanceof AppError && error.code === 'cancelled') return;
  const message = error instanceof AppError ? error.message : 'Something went wrong inside Plumbline. Nothing was changed.';
  notify(action ? { kind: 'error', message, action } : { kind: 'error', message });
}
