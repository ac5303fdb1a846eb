// Answers the questions to the coding, and gives tables that leave the study.
import { strongestCounts } from '#shared/domain/query/strongest-counts';
import type { Handlers } from '#shared/rpc/contract';
import { MOST_COUNTED } from '#shared/rpc/query-answers';

import { wordsOut } from './exchange/withheld.ts';
import type { Background } from './services/background.ts';
import { proposedAskings } from './services/guide-service.ts';
import { listeningInStudy } from './services/listening-service.ts';
import { countTags, queryStudy } from './services/query-service.ts';
import type { StudyView } from './services/study-view.ts';
import { tableFile, versionFile } from './services/table-files.ts';

/** @param wholeView what is shown of the open study, once all of it is there. */
export function queryHandlers(
  wholeView: () => Promise<StudyView>,
  background: Background,
  now: () => string,
): Pick<Handlers, 'query.find' | 'query.table' | 'query.file' | 'codebook.versionFile' | 'guide.proposals' | 'rhythm.listening'> {
  return {
    'query.find': async ({ where }) => {
      const { snippets, people } = await queryStudy(await wholeView(), where);
      return { snippetIds: snippets.map(({ id }) => id), people: people.length };
    },
    'query.table': async ({ table }) => {
      const counts = await countTags(await wholeView(), table);
      return { counts: strongestCounts(counts, MOST_COUNTED), rows: counts.rows.length };
    },
    'codebook.versionFile': async ({ versionId }) => versionFile(await wholeView(), background, versionId),
    'guide.proposals': async () => proposedAskings(await wholeView()),
    'query.file': async ({ file, purpose }) => tableFile(await wholeView(), background, file, wordsOut(now(), purpose)),
    'rhythm.listening': async () => listeningInStudy(await wholeView()),
  };
}
