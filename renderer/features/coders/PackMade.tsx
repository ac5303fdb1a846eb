// A pack was made: what to do with it, in three steps.
import { countNoun } from '#shared/lib/text';
import { notify } from '#renderer/stores/notification-store';
import { useShownText } from '#renderer/stores/shown-names';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { lastPart } from '../welcome/index.ts';
import styles from './coders.module.css';
import { closePack, type PackPhase } from './pack-store.ts';

export function PackMade({ made: { folder, sources, leftOut, leftOutInTotal } }: { made: Extract<PackPhase, { at: 'made' }> }) {
  const shown = useShownText();
  const copy = (): void => {
    navigator.clipboard
      .writeText(folder)
      .then(() => notify({ kind: 'info', message: 'The path was copied.' }))
      .catch(() => notify({ kind: 'error', message: 'The path could not be copied. Select it and copy it by hand.' }));
  };
  return (
    <Dialog
      title="The coding pack is ready"
      width={620}
      onClose={closePack}
      footer={
        <>
          <Button onClick={copy}>Copy path</Button>
          <Button look="primary" autoFocus onClick={closePack}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles.form} role="status">
        <p>
          “{lastPart(folder)}” holds {countNoun(sources, 'interview', 'interviews')} and the codebook.
        </p>
        <p className="record">{folder}</p>
        {leftOut.length > 0 ? (
          <div className={styles.message}>
            <p>{leftOutInTotal.join(' ')} Somebody in them did not agree that the team reads their words:</p>
            <ul className={styles.sentences}>
              {leftOut.map((sentence) => (
                <li key={sentence}>{shown(sentence)}</li>
              ))}
            </ul>
          </div>
        ) : null}
        <ol className={styles.steps}>
          <li>Give the whole folder to the second coder.</li>
          <li>
            They open it in Plumbline, give their own name when asked, and code. The name matters: coders are told apart by it. It can be
            changed with <strong>Change the name you code under…</strong>
          </li>
          <li>
            When the folder comes back, choose <strong>Merge a study or pack…</strong> here, then <strong>Compare two coders…</strong>
          </li>
        </ol>
      </div>
    </Dialog>
  );
}
