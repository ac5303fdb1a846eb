// The list of commands of the command line.
import type { CliCommand } from '../command-line.ts';
import { agreementCommand } from './agreement.ts';
import { applyEdits } from './apply.ts';
import { beforeAfterCommand } from './before-after.ts';
import { briefCommand } from './brief.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { codePassages, proposeTagsCommand } from './assist.ts';
import { checkCommand } from './check.ts';
import { codebookVersionsCommand } from './codebook-versions.ts';
import { createCommand } from './create.ts';
import { digestCommand } from './digest.ts';
import { dump } from './dump.ts';
import { listEdits } from './edits.ts';
import { decrypt, encrypt, passphrase } from './encryption.ts';
import { exportCommand } from './export.ts';
import { gateCommand } from './gate.ts';
import { flagCommand, guideCommand } from './guide.ts';
import { handoffCommand } from './handoff.ts';
import { historyCommand } from './history.ts';
import { importCodebookFile } from './import-codebook.ts';
import { importFiles } from './import.ts';
import { inspectFiles } from './inspect.ts';
import { commitmentsCommand, forecastsCommand } from './commitments.ts';
import { confidenceCommand, matrixCommand } from './matrix.ts';
import { mergeCommand, packCommand } from './merge.ts';
import { purgeCommand } from './purge.ts';
import { importQuotesFile } from './quotes.ts';
import { queryCommand } from './query.ts';
import { inviteCommand, recruitsCommand } from './recruits.ts';
import { repairCommand } from './repair.ts';
import { reviseCommand } from './revise.ts';
import { rivalsCommand } from './rivals.ts';
import { acknowledgementsCommand, ownersCommand } from './owners.ts';
import { rhythmCommand } from './rhythm.ts';
import { selfAssessmentCommand } from './self-assessment.ts';
import { searchCommand } from './search.ts';
import { serve } from './serve.ts';
import { signalsCommand } from './signals.ts';
import { listThemes, suggestThemesCommand } from './themes.ts';
import { listeningCommand } from './listening.ts';
import { showCustomer } from './customer.ts';
import { listNames, replaceNamesCommand, showKeyList } from './names.ts';
import { importStoriesFile } from './import-stories.ts';
import { listVerdicts } from './verdicts.ts';

export const CLI_COMMANDS = {
  create: createCommand,
  inspect: inspectFiles,
  import: importFiles,
  quotes: importQuotesFile,
  'import-codebook': importCodebookFile,
  'import-stories': importStoriesFile,
  'codebook-versions': codebookVersionsCommand,
  revise: reviseCommand,
  dump,
  apply: applyEdits,
  edits: listEdits,
  search: searchCommand,
  query: queryCommand,
  code: codePassages,
  'propose-tags': proposeTagsCommand,
  agreement: agreementCommand,
  pack: packCommand,
  merge: mergeCommand,
  themes: listThemes,
  'suggest-themes': suggestThemesCommand,
  verdicts: listVerdicts,
  matrix: matrixCommand,
  rivals: rivalsCommand,
  commitments: commitmentsCommand,
  forecasts: forecastsCommand,
  confidence: confidenceCommand,
  customer: showCustomer,
  guide: guideCommand,
  'flag-question': flagCommand,
  recruits: recruitsCommand,
  invite: inviteCommand,
  names: listNames,
  'replace-names': replaceNamesCommand,
  'key-list': showKeyList,
  owners: ownersCommand,
  acknowledgements: acknowledgementsCommand,
  rhythm: rhythmCommand,
  'self-assessment': selfAssessmentCommand,
  listening: listeningCommand,
  signals: signalsCommand,
  gate: gateCommand,
  brief: briefCommand,
  'before-after': beforeAfterCommand,
  digest: digestCommand,
  handoff: handoffCommand,
  export: exportCommand,
  check: checkCommand,
  repair: repairCommand,
  history: historyCommand,
  backup: backupCommand,
  restore: restoreCommand,
  purge: purgeCommand,
  encrypt,
  decrypt,
  passphrase,
  serve,
} as const satisfies Readonly<Record<string, CliCommand>>;
