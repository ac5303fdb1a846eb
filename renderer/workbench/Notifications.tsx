// Notifications, bottom right; errors are announced at once.
import { X } from 'lucide-react';

import { dismissNotification, useNotificationStore } from '#renderer/stores/notification-store';

import { Button, IconButton } from '../ui/Button.tsx';
import styles from './notifications.module.css';

export function Notifications() {
  const notifications = useNotificationStore((state) => state.notifications);
  return (
    <section className={styles.notifications} aria-label="Notifications" data-part="notifications" tabIndex={-1}>
      {notifications.map((notification) => (
        <div
          key={notification.id}
          className={styles.notification}
          data-kind={notification.kind}
          role={notification.kind === 'error' ? 'alert' : 'status'}
        >
          <p>{notification.message}</p>
          <IconButton label="Dismiss" onClick={() => dismissNotification(notification.id)}>
            <X size={14} aria-hidden="true" />
          </IconButton>
          {notification.action ? (
            <Button
              onClick={() => {
                notification.action?.run();
                dismissNotification(notification.id);
              }}
            >
              {notification.action.label}
            </Button>
          ) : null}
        </div>
      ))}
    </section>
  );
}
