// Three interviews in an open window, with a few tags on them: for tests of lists, codebook and participants.
import { edit } from '#renderer/stores/vault-actions';
import type { Call } from '#shared/rpc/contract';

/** Title of each interview, which is its file's name, and what its one participant says in it. */
export const INTERVIEWS = {
  'P01 Amara': ['Nobody could tell me the price.', 'I called the one engineer I trust.'],
  'P02 Jonas': ['We export to a sheet every Monday.', 'The price was on the second bill.'],
  'P03 Li Wen': ['It took three weekends to move.'],
} as const;
export type Interview = keyof typeof INTERVIEWS;

export interface InterviewsStudy {
  sources: Record<Interview, string>;
  /** “Price” holds “Price fog”; “Support” stands alone. */
  tags: { price: string; fog: string; support: string };
}

/**
 * Price fog is on what Amara says first and on what Jonas says last; Price on Jonas' last as well; Support on what Amara says last.
 * So Price fog has two snippets of two people, Price one of one, Support one of one.
 */
export async function makeInterviewsStudy(call: Call): Promise<InterviewsStudy> {
  const sources = await importInterviews(call);
  const { tagId: price } = await edit('createTag', { name: 'Price', definition: 'What people say of the amount' });
  const { tagId: fog } = await edit('createTag', { name: 'Price fog', parentId: price });
  const { tagId: support } = await edit('createTag', { name: 'Support' });
  const mark = (name: Interview, at: number, tags: string[]) => ({ sourceId: sources[name], quote: INTERVIEWS[name][at] ?? '', tags });
  await edit('importQuotes', {
    rows: [mark('P01 Amara', 0, ['Price fog']), mark('P01 Amara', 1, ['Support']), mark('P02 Jonas', 1, ['Price fog', 'Price'])],
  });
  return { sources, tags: { price, fog, support } };
}

async function importInterviews(call: Call): Promise<InterviewsStudy['sources']> {
  const previews = [];
  for (const [title, said] of Object.entries(INTERVIEWS)) {
    const name = title.slice(4);
    const text = said.map((answer) => `Interviewer: And then?\n${name}: ${answer}`).join('\n');
    previews.push(await call('import.inspect', { fileName: `${title}.txt`, base64: Buffer.from(text).toString('base64') }));
  }
  const { files } = await call('import.commit', {
    jobId: 'interviews-study',
    files: previews.map(({ importId, title, speakers }) => ({
      importId,
      title,
      kind: 'interview',
      heldOn: null,
      participantId: null,
      speakers: speakers.map(({ label }) =>
        label === 'Interviewer'
          ? { label, role: 'interviewer', participantId: null }
          : { label, role: 'participant', participantId: null, newParticipantName: label },
      ),
    })),
  });
  return Object.fromEntries(previews.map(({ title }, at) => [title, files[at]?.sourceId ?? ''])) as InterviewsStudy['sources'];
}
