// Notifications, bottom right; errors are announced at once and stay, what is only said goes by itself.
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';

import { dismissNotification, type Notification, useNotificationStore } from '#renderer/stores/notification-store';

import { Button, IconButton } from '../ui/Button.tsx';
import styles from './notifications.module.css';

/** How long a notification stays that asks for nothing (ms); being looked at starts it anew. */
const STAYS_MS = 8000;

export function Notifications() {
  const notifications = useNotificationStore((state) => state.notifications);
  return (
    <section className={styles.notifications} aria-label="Notifications" data-part="notifications" tabIndex={-1}>
      {notifications.map((notification) => (
        <Shown key={notification.id} notification={notification} />
      ))}
    </section>
  );
}

function Shown({ notification: { id, kind, message, action, stays } }: { notification: Notification }) {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const goes = kind === 'info' && !stays && !pointed && !focused;
  useEffect(() => {
    if (!goes) return undefined;
    const timer = window.setTimeout(() => dismissNotification(id), STAYS_MS);
    return () => window.clearTimeout(timer);
  }, [goes, id]);
  return (
    <div
      className={styles.notification}
      data-kind={kind}
      role={kind === 'error' ? 'alert' : 'status'}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <p>{message}</p>
      <IconButton label="Dismiss" onClick={() => dismissNotification(id)}>
        <X size={14} aria-hidden="true" />
      </IconButton>
      {action ? (
        <Button
          onClick={() => {
            action.run();
            dismissNotification(id);
          }}
        >
          {action.label}
        </Button>
      ) : null}
    </div>
  );
}
