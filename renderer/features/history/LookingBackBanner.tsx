// One line under the title while the study is shown as it was: as of when, and the ways on.
import { useVaultStore } from '#renderer/stores/vault-store';

import { Button } from '../../ui/Button.tsx';
import { backToNow, restoreLookedAt } from './look-back.ts';
import { momentInWords } from './times.ts';
import styles from './history.module.css';

export function LookingBackBanner() {
  const past = useVaultStore((state) => state.status?.lookingBack ?? null);
  if (!past) return null;
  return (
    <div className={styles.banner} data-banner="">
      <p>
        <strong>You see the study as of {momentInWords(past.at)}.</strong> Look around; nothing can be changed here.
      </p>
      <Button onClick={() => void restoreLookedAt()} title="Makes the study this again, as one step that can be undone.">
        Restore this state
      </Button>
      <Button look="primary" onClick={() => void backToNow()}>
        Back to now
      </Button>
    </div>
  );
}
