// All handlers, room by room. A command of the catalogue without one does not compile.
import { assistedHandlers } from '../features/assisted/index.ts';
import { backupsHandlers } from '../features/backups/index.ts';
import { boardHandlers } from '../features/board/index.ts';
import { codebookHandlers } from '../features/codebook/index.ts';
import { codersHandlers } from '../features/coders/index.ts';
import { encryptionHandlers } from '../features/encryption/index.ts';
import { exchangeHandlers } from '../features/exchange/index.ts';
import { gatesHandlers } from '../features/gates/index.ts';
import { guideHandlers } from '../features/guide/index.ts';
import { handoverHandlers } from '../features/handover/index.ts';
import { historyHandlers } from '../features/history/index.ts';
import { matrixHandlers } from '../features/matrix/index.ts';
import { memosHandlers } from '../features/memos/index.ts';
import { participantsHandlers } from '../features/participants/index.ts';
import { planHandlers } from '../features/plan/index.ts';
import { customerHandlers } from '../features/customer/index.ts';
import { queriesHandlers } from '../features/queries/index.ts';
import { readoutHandlers } from '../features/readout/index.ts';
import { commitmentHandlers } from '../features/commitments/index.ts';
import { recruitsHandlers } from '../features/recruits/index.ts';
import { rhythmHandlers } from '../features/rhythm/index.ts';
import { rivalsHandlers } from '../features/rivals/index.ts';
import { searchHandlers } from '../features/search/index.ts';
import { selfAssessmentHandlers } from '../features/self-assessment/index.ts';
import { settingsHandlers } from '../features/settings/index.ts';
import { sourcesHandlers } from '../features/sources/index.ts';
import { transcriptHandlers } from '../features/transcript/index.ts';
import { versionsHandlers } from '../features/versions/index.ts';
import { welcomeHandlers } from '../features/welcome/index.ts';
import type { Handlers } from './run-command.ts';
import { workbenchHandlers } from './workbench-handlers.ts';

export const HANDLERS: Handlers = {
  ...workbenchHandlers,
  ...welcomeHandlers,
  ...sourcesHandlers,
  ...participantsHandlers,
  ...transcriptHandlers,
  ...codebookHandlers,
  ...versionsHandlers,
  ...assistedHandlers,
  ...boardHandlers,
  ...matrixHandlers,
  ...planHandlers,
  ...guideHandlers,
  ...recruitsHandlers,
  ...readoutHandlers,
  ...searchHandlers,
  ...memosHandlers,
  ...settingsHandlers,
  ...exchangeHandlers,
  ...customerHandlers,
  ...codersHandlers,
  ...queriesHandlers,
  ...commitmentHandlers,
  ...rivalsHandlers,
  ...rhythmHandlers,
  ...selfAssessmentHandlers,
  ...gatesHandlers,
  ...handoverHandlers,
  ...historyHandlers,
  ...backupsHandlers,
  ...encryptionHandlers,
};
