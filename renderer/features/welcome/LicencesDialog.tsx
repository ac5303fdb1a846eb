// The licences of Plumbline and of everything it is built from, as they were written.
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './welcome.module.css';

export function LicencesDialog({ text, onClose }: { text: string; onClose(): void }) {
  return (
    <Dialog title="Licences" width={760} onClose={onClose} footer={<Button onClick={onClose}>Close</Button>}>
      {/* Scrolled by the keyboard too. */}
      <pre className={styles.licences} tabIndex={0} role="region" aria-label="Licences of Plumbline and of what it is built from">
        {text}
      </pre>
    </Dialog>
  );
}
