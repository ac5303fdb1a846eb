// Settings of this computer, and where the study lies.
import { type ReactNode, useEffect, useState } from 'react';

import type { Settings } from '#shared/rpc/answers';
import { notify, notifyError } from '#renderer/stores/notification-store';
import { call } from '#renderer/stores/session';
import { useVaultStore } from '#renderer/stores/vault-store';

import { Button } from '../../ui/Button.tsx';
import { CommitField, Field } from '../../ui/Field.tsx';
import { EncryptionSection } from '../encryption/index.ts';
import type { TabView } from '../room.ts';
import { THEMES } from './commands.ts';
import styles from './settings.module.css';

const change = (fields: Partial<Settings>): void => void call('app.changeSettings', fields).catch(notifyError);

export const SettingsTab: TabView<'settings'> = () => (
  <div className={styles.page}>
    <h2>Settings</h2>
    <Looks />
    <Reading />
    <Coder />
    <Privacy />
    <Section title="Encryption">
      <EncryptionSection />
    </Section>
    <Places />
  </div>
);

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Looks() {
  const theme = useVaultStore((state) => state.settings.theme);
  return (
    <Section title="Theme">
      <div className={styles.choices} role="radiogroup" aria-label="Theme">
        {THEMES.map(({ id, label }) => (
          <label key={id}>
            <input
              type="radio"
              name="theme"
              value={id}
              checked={theme === id}
              onChange={() => change({ theme: id })}
              {...(theme === id ? { 'data-focus-first': '' } : {})}
            />
            {label}
          </label>
        ))}
      </div>
    </Section>
  );
}

function Reading() {
  const picker = useVaultStore((state) => state.settings.pickerAfterSelection);
  return (
    <Section title="Reading and tagging">
      <ReadingSize />
      <p className={`evidence ${styles.sample}`}>
        Nobody on your side could tell me what the price would be next year, so I could not put a number in front of finance.
      </p>
      <div className={styles.choices} role="radiogroup" aria-label="When the tag picker opens">
        <label>
          <input type="radio" name="picker" checked={!picker} onChange={() => change({ pickerAfterSelection: false })} />
          Open the tag picker when T is pressed
        </label>
        <label>
          <input type="radio" name="picker" checked={picker} onChange={() => change({ pickerAfterSelection: true })} />
          Open it after each selection
        </label>
      </div>
    </Section>
  );
}

/** The thumb follows the hand at once; the kept size follows when the core has answered. */
function ReadingSize() {
  const kept = useVaultStore((state) => state.settings.readingSize);
  const [wanted, setWanted] = useState(kept);
  useEffect(() => setWanted(kept), [kept]);
  return (
    <Field label={`Size of transcript text: ${wanted} px`}>
      {(id) => (
        <input
          id={id}
          type="range"
          min={14}
          max={24}
          step={1}
          value={wanted}
          aria-valuetext={`${wanted} pixels`}
          className={styles.range}
          onChange={(event) => {
            setWanted(Number(event.target.value));
            change({ readingSize: Number(event.target.value) });
          }}
        />
      )}
    </Field>
  );
}

function Coder() {
  const name = useVaultStore((state) => state.settings.coderName);
  const login = useVaultStore((state) => state.loginName);
  return (
    <Section title="Who codes">
      <CommitField
        label="Your name"
        value={name}
        placeholder={login}
        onCommit={(typed) => change({ coderName: typed.trim().slice(0, 200) })}
      />
      <p className={styles.quiet}>
        What you tag from now on stands under this name, in every study on this computer; left empty, under the name you log in with. Two
        people who code the same study need two names.
      </p>
    </Section>
  );
}

function Privacy() {
  const hideNames = useVaultStore((state) => state.settings.hideNames);
  return (
    <Section title="Names">
      <label className={styles.check}>
        <input type="checkbox" checked={hideNames} onChange={(event) => change({ hideNames: event.target.checked })} />
        Hide real names on screen: pseudonyms stand in their place
      </label>
      <p className={styles.quiet}>
        For working where others can see the screen. Exports hold pseudonyms unless you choose otherwise there.
      </p>
    </Section>
  );
}

function Places() {
  const { status, defaultFolder, version } = useVaultStore();
  return (
    <Section title="Where your data lies">
      <dl className={styles.places}>
        <dt>This study</dt>
        <dd>
          {status ? (
            <Place folder={status.folder} note={status.sample ? 'a copy of the sample, gone when it is closed' : null} />
          ) : (
            'No study is open.'
          )}
        </dd>
        <dt>New studies</dt>
        <dd>
          <Place folder={defaultFolder} note={null} />
        </dd>
        <dt>Version</dt>
        <dd className="record">{version ?? ''}</dd>
      </dl>
      <p className={styles.quiet}>
        A study is one folder of plain files. Backups are made by themselves; you can also copy the folder. Nothing is sent anywhere.
      </p>
    </Section>
  );
}

function Place({ folder, note }: { folder: string; note: string | null }) {
  const copy = (): void => {
    navigator.clipboard
      .writeText(folder)
      .then(() => notify({ kind: 'info', message: 'The path was copied.' }))
      .catch(() => notify({ kind: 'error', message: 'The path could not be copied. Select it and copy it by hand.' }));
  };
  return (
    <div className={styles.place}>
      <span className="record">{folder}</span>
      {note === null ? null : <span className={styles.quiet}>{note}</span>}
      <Button look="quiet" onClick={copy}>
        Copy path
      </Button>
    </div>
  );
}
