// A better version of a transcript takes its place: choose the file, see what becomes of the snippets, agree.
import { FileDown } from 'lucide-react';
import { useRef, useState } from 'react';

import type { Source } from '#shared/model/records/source';
import type { TextEncoding } from '#shared/model/transcript';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { useRecord } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';
import { replaceTranscript } from '#renderer/stores/vault-actions';
import { announce } from '#renderer/ui/announce';
import { useAttempt } from '#renderer/ui/use-attempt';

import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EncodingField } from '../../exchange/index.ts';
import { ComparisonTable } from './ComparisonTable.tsx';
import { type BetterVersion, giveBack, readBetterVersion } from './read-better-version.ts';
import { closeReplace, useReplaceStore } from './replace-store.ts';
import styles from '../sources.module.css';

export function ReplaceDialog() {
  const source = useRecord(
    'sources',
    useReplaceStore(({ sourceId }) => sourceId),
  );
  return source ? <OpenDialog key={source.id} source={source} /> : null;
}

function OpenDialog({ source }: { source: Source }) {
  const [version, setVersion] = useState<BetterVersion | null>(null);
  const attempt = useAttempt('The file could not be read. Nothing was changed.');
  const shown = useShownText();
  const close = (): void => {
    if (version) giveBack(version.preview);
    closeReplace();
  };
  const choose = (file: File): void =>
    attempt.run(async () => {
      if (version) giveBack(version.preview);
      setVersion(null);
      setVersion(await readBetterVersion(source.id, file));
    });
  // What was read before stays on screen until the new reading is there: if that fails, another encoding can still be chosen.
  const readAs = (before: BetterVersion, encoding: TextEncoding): void =>
    attempt.run(async () => {
      setVersion(await readBetterVersion(source.id, before.file, encoding));
      giveBack(before.preview);
    });
  const replace = ({ preview, comparison }: BetterVersion): void =>
    attempt.run(async () => {
      const done = await replaceTranscript({ sourceId: source.id, revision: comparison.revision, importId: preview.importId });
      closeReplace();
      const sentence = `The transcript of “${shown(source.title)}” was replaced.${done.unsure > 0 ? ` ${lostInWords(done.unsure)}` : ''}`;
      announce(sentence);
      notifyUndoable(sentence);
    });
  const useless = !version || version.comparison.sameText;
  return (
    <Dialog
      title={`A better version of ${shown(source.title)}`}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" disabled={useless || attempt.busy} onClick={() => version && replace(version)}>
            Replace the transcript
          </Button>
        </>
      }
    >
      <p>The file takes the place of the text. Snippets look for their words in it; one step, which undo takes back.</p>
      <FileChoice again={version !== null} busy={attempt.busy} onChoose={choose} />
      {attempt.busy ? <p role="status">Comparing…</p> : null}
      {attempt.error === null ? null : <p role="alert">{attempt.error}</p>}
      {version ? <EncodingField read={version.preview} onChoose={(encoding) => readAs(version, encoding)} /> : null}
      {version ? <ComparisonTable version={version} /> : null}
    </Dialog>
  );
}

function FileChoice({ again, busy, onChoose }: { again: boolean; busy: boolean; onChoose(file: File): void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.buttons}>
      <Button icon={<FileDown size={14} aria-hidden="true" />} autoFocus disabled={busy} onClick={() => input.current?.click()}>
        {again ? 'Choose another file…' : 'Choose the file…'}
      </Button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="Better version"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onChoose(file);
          event.target.value = '';
        }}
      />
    </div>
  );
}

const lostInWords = (count: number): string =>
  count === 1
    ? 'One snippet lost its place and waits for you in the transcript.'
    : `${count} snippets lost their place and wait for you in the transcript.`;
