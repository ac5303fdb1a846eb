// A small study in an open window, made as a person would: a conversation imported, quotes marked, clustered, departments with assumptions.
import { edit } from '#renderer/stores/vault-actions';
import type { Call } from '#shared/rpc/contract';

/** Real names, as only the study may hold them. */
export const SPEAKERS = ['Mara Vogt', 'Iain Reeves', 'Petra Lund', 'Oskar Brandt'] as const;

/** What each says of the price first, and of talking second. The first one says the first thing twice. */
const SAID: readonly (readonly string[])[] = [
  ['I need a number before I can ask anybody.', 'I looked for the price first.', 'Talking to somebody was pleasant.'],
  ['No price, no meeting, that is our rule.', 'I would rather read than talk.'],
  ['We left the page because no price stood there.', 'A call helped us in the end.'],
  ['The price was never a question for us.', 'We always talk first, it is how we buy.'],
];

export interface PricingStudy {
  sales: string;
  support: string;
  /** Sales: "Buyers want to talk before they see a price". */
  talk: string;
  /** Support: "They read the docs". */
  docs: string;
  /** Theme of four quotes of three people: Mara (two), Iain, Petra. */
  numberFirst: string;
  /** Theme of one quote: Oskar, who talks first. */
  talkFirst: string;
  /** Quotes of the first theme, in the order above. */
  quotes: string[];
}

export async function makePricingStudy(call: Call): Promise<PricingStudy> {
  const sourceId = await importRoundTable(call);
  const mark = async (quote: string): Promise<string> => {
    const { snippetIds } = await edit('importQuotes', { rows: [{ sourceId, quote, tags: [] }] });
    return snippetIds[0] as string;
  };
  const said = (person: number, thing: number): string => SAID[person]?.[thing] ?? '';
  const quotes = [await mark(said(0, 0)), await mark(said(0, 1)), await mark(said(1, 0)), await mark(said(2, 0))];
  const talking = await mark(said(3, 1));
  const { themeId: numberFirst } = await edit('createTheme', {
    name: 'A number comes first',
    insight: 'People need a price before they can ask anybody.',
    snippetIds: quotes,
  });
  const { themeId: talkFirst } = await edit('createTheme', { name: 'Some talk first', snippetIds: [talking] });
  const sales = await edit('addDepartment', {
    name: 'Sales',
    protects: 'the forecast',
    assumptions: [{ statement: 'Buyers want to talk before they see a price', importance: 5 }],
  });
  const support = await edit('addDepartment', { name: 'Support', assumptions: [{ statement: 'They read the docs', importance: 2 }] });
  return {
    sales: sales.departmentId,
    support: support.departmentId,
    talk: sales.assumptionIds[0] as string,
    docs: support.assumptionIds[0] as string,
    numberFirst,
    talkFirst,
    quotes,
  };
}

/** One transcript with four participants, so that who said what is known from its turns only; an interviewer is nobody's evidence. */
async function importRoundTable(call: Call): Promise<string> {
  const turns = SPEAKERS.flatMap((name, index) =>
    (SAID[index] ?? []).flatMap((answer) => ['Interviewer: And then?', `${name}: ${answer}`]),
  );
  const preview = await call('import.inspect', {
    fileName: 'Round table.txt',
    base64: Buffer.from(turns.join('\n\n'), 'utf8').toString('base64'),
  });
  const { files } = await call('import.commit', {
    jobId: 'pricing-study',
    files: [
      {
        importId: preview.importId,
        title: 'Round table',
        kind: 'interview',
        heldOn: '2026-05-12',
        speakers: preview.speakers.map(({ label }) =>
          label === 'Interviewer'
            ? { label, role: 'interviewer', participantId: null }
            : { label, role: 'participant', participantId: null, newParticipantName: label },
        ),
        participantId: null,
      },
    ],
  });
  return files[0]?.sourceId ?? '';
}
