// Only one person has coded so far: how to get a second coder, step by step.
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { codersHandlers } from './commands.ts';
import { shownCoder, useOwnCoderName } from './coder-name.ts';
import styles from './coders.module.css';
import { openMerge } from './merge-store.ts';
import { openPack } from './pack-store.ts';

export function OneCoder({ coder }: { coder: string | null }) {
  const own = useOwnCoderName();
  return (
    <EmptyState
      centred
      title={coder === null ? 'Nobody has tagged anything yet' : `Only ${shownCoder(coder)} has coded in this study`}
      actions={
        <div className={styles.line}>
          <Button look="primary" onClick={openPack}>
            Make a coding pack…
          </Button>
          <Button onClick={openMerge}>Merge a study or pack…</Button>
          <Button onClick={() => void codersHandlers['coders.name']()}>Change your name…</Button>
        </div>
      }
    >
      <p>When a second person codes the same interviews without seeing your tags, you learn whether your tags mean the same to both.</p>
      <ol className={styles.steps}>
        <li>
          Code some interviews yourself. You code as <strong>{own}</strong>.
        </li>
        <li>Make a coding pack: the interviews and the codebook, without what you tagged.</li>
        <li>The second coder opens it in Plumbline, gives their own name and codes.</li>
        <li>Merge the pack when it comes back. Both are kept apart, and this page compares them.</li>
      </ol>
    </EmptyState>
  );
}
