// A modal dialog on React Aria: focus held inside, Esc closes, focus goes back.
import type { CSSProperties, ReactNode } from 'react';
import { withoutDirections } from '#shared/lib/text';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

import styles from './ui.module.css';

interface DialogProps {
  title: string;
  onClose(): void;
  /** CSS pixels. */
  width?: number;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  children: ReactNode;
}

export function Dialog({ title, onClose, width, footer, children }: DialogProps) {
  const style = width === undefined ? {} : { style: { '--dialog-width': `${width}px` } as CSSProperties };
  return (
    <ModalOverlay isOpen isDismissable={false} onOpenChange={(open) => !open && onClose()} className={styles.backdrop ?? ''}>
      <Modal className={styles.dialog ?? ''} {...style}>
        <AriaDialog className={styles.dialogContent ?? ''}>
          <Heading slot="title" className={styles.dialogHead ?? ''}>
            {withoutDirections(title)}
          </Heading>
          <div className={styles.dialogBody}>{children}</div>
          {footer ? <div className={styles.dialogFoot}>{footer}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
