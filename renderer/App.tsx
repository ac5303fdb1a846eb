// The whole window: the workbench with the dialogs that features open over it.
import { useEffect } from 'react';

import { PassagesDialog } from './features/assisted/index.ts';
import { SplitTagDialog } from './features/codebook/index.ts';
import { MergeDialog, PackCoderDialog, PackDialog } from './features/coders/index.ts';
import { EncryptionDialogs, followLock } from './features/encryption/index.ts';
import { RestoreDialogs } from './features/backups/index.ts';
import { ExchangeDialog } from './features/exchange/index.ts';
import { RhythmDialogs } from './features/rhythm/index.ts';
import { AssessmentDialog } from './features/self-assessment/index.ts';
import { ImportDialogs } from './features/sources/index.ts';
import { VersionDialog } from './features/versions/index.ts';
import { StudyDialogs } from './features/welcome/index.ts';
import { useChordStore } from './stores/chord-store.ts';
import { followFocus, followStudy, followTabs } from './stores/follow.ts';
import { rememberLayout } from './stores/layout-memory.ts';
import { Workbench } from './workbench/Workbench.tsx';

const dialogs = (
  <>
    <StudyDialogs />
    <EncryptionDialogs />
    <ImportDialogs />
    <ExchangeDialog />
    <SplitTagDialog />
    <VersionDialog />
    <PassagesDialog />
    <RestoreDialogs />
    <PackDialog />
    <PackCoderDialog />
    <MergeDialog />
    <RhythmDialogs />
    <AssessmentDialog />
  </>
);

export function App() {
  const chord = useChordStore((state) => state.chord);
  useEffect(() => followFocus(), []);
  useEffect(() => followLock(), []);
  useEffect(() => followStudy(), []);
  useEffect(() => followTabs(), []);
  useEffect(() => rememberLayout(), []);
  return <Workbench chord={chord} dialogs={dialogs} />;
}
