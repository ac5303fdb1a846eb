// The methods and events between a window and the core: names, input schemas, output types. One list for IPC, HTTP and direct calls.
import type { InterviewListening } from '#shared/model/interview-listening';
import { LONGEST_WORDS, MOST_STORIES, STORY_KINDS } from '#shared/model/story';
import { z } from 'zod';

import { factsSchema, SOURCE_KINDS, SPEAKER_ROLES } from '#shared/model/records/source';
import { conditionSchema } from '#shared/model/records/query';
import type { ProposedAsking } from '#shared/model/proposed-asking';
import { dayField, idField, nameField, optionalNameField } from '#shared/model/records/fields';
import { tableChoice } from '#shared/model/table';
import { TEXT_ENCODINGS, TRANSCRIPT_FORMATS } from '#shared/model/transcript';

import type * as answers from './answers.ts';
import * as assistAnswers from './assist-answers.ts';
import * as coderInputs from './coder-inputs.ts';
import type * as coderAnswers from './coder-answers.ts';
import type * as exchangeAnswers from './exchange-answers.ts';
import * as exportInputs from './export-inputs.ts';
import type * as historyAnswers from './history-answers.ts';
import type { TextComparison, TextRevised } from './revision-answers.ts';
import * as queryAnswers from './query-answers.ts';
import type { SearchEverythingAnswer } from './search-answers.ts';

/** A method: its input schema, and its output as a type only. */
export interface Method<Input extends z.ZodType, Output> {
  input: Input;
  /** Never set; carries the output type. */
  output?: Output;
}

const nameChoices = z
  .array(z.strictObject({ text: nameField, replacement: nameField }))
  .min(1)
  .max(5000);

const method =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Method<Input, Output> => ({ input });

const nothing = z.strictObject({});
const folderField = z.string().min(1).max(4096);
/** A passphrase or a recovery code; never kept, never logged. */
const secretField = z.string().max(1000);
const jobField = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Transcript text size in CSS pixels. */
  readingSize: z.int().min(14).max(24),
  /** Show pseudonyms instead of names on screen. */
  hideNames: z.boolean(),
  /** When the tag picker opens: on T only, or after each selection. */
  pickerAfterSelection: z.boolean(),
  backups: z.strictObject({
    hourly: z.int().min(1).max(1000),
    daily: z.int().min(0).max(1000),
    weekly: z.int().min(0).max(1000),
    secondFolder: folderField.nullable(),
  }),
  /** Minutes without a key or pointer after which an encrypted study is locked; 0: never. */
  lockAfterMinutes: z.int().min(0).max(240),
  /** Under which name this person codes; empty: the login name. */
  coderName: coderInputs.coderField,
});

const backupName = z.strictObject({ place: z.enum(['own', 'second']), name: z.string().min(1).max(100) });

const tabSchema = z.strictObject({ kind: z.string().max(40), id: idField.nullable() });

/** Tabs by group, as kind and id of the record; what the window does not know it leaves out. */
export const layoutSchema = z.strictObject({
  groups: z.array(z.strictObject({ tabs: z.array(tabSchema).max(100), active: z.int().min(-1) })).max(2),
  activeGroup: z.int().min(0).max(1),
  activity: z.string().max(40),
});

const speakerMapping = z.strictObject({
  label: nameField,
  role: z.enum(SPEAKER_ROLES),
  participantId: idField.nullable(),
  newParticipantName: optionalNameField.optional(),
});

const turnField = z.int().min(0);
const turnCorrection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), turn: turnField, text: z.string().max(1_000_000) }),
  z.strictObject({ kind: z.literal('turn-speaker'), turn: turnField, speaker: nameField.nullable() }),
  z.strictObject({ kind: z.literal('rename'), label: nameField, to: nameField }),
]);

export const CONTRACT = {
  'app.status': method<answers.AppStatus>()(nothing),
  'app.changeSettings': method<answers.Settings>()(settingsSchema.partial()),
  /** Which tabs were open in the study that is open; ids only, no texts. Null when nothing is known. */
  'layout.read': method<answers.Layout | null>()(nothing),
  'layout.write': method<null>()(layoutSchema),
  'folders.list': method<answers.FolderListing>()(z.strictObject({ folder: folderField.nullable() })),
  'vault.create': method<answers.VaultStatus>()(
    z.strictObject({ folder: folderField, name: nameField, passphrase: secretField.optional() }),
  ),
  'vault.open': method<answers.VaultStatus>()(
    z.strictObject({
      folder: folderField,
      acceptDamage: z.boolean().default(false),
      /** With acceptDamage: without the changes behind the damage that still fit. */
      lastGoodPoint: z.boolean().optional(),
      secret: secretField.optional(),
      /** Takes no lock and writes nothing: also for a study that another program has open. */
      readOnly: z.boolean().optional(),
      /** details.nonce of a refusal with 'vault-locked' and mayTakeOver: the person is sure that nobody has it open. */
      takeOver: z.string().min(1).max(100).optional(),
    }),
  ),
  'vault.openSample': method<answers.VaultStatus>()(nothing),
  'vault.keepSample': method<answers.VaultStatus>()(z.strictObject({ folder: folderField })),
  /** After a fault: tries to write again, and says why when that is still not possible. */
  'vault.writeAgain': method<answers.VaultStatus>()(nothing),
  'vault.saveCopy': method<answers.SavedCopy>()(z.strictObject({ folder: folderField })),
  'vault.close': method<null>()(nothing),
  'vault.forget': method<null>()(z.strictObject({ folder: folderField })),
  /** Looks at a damaged study that is not open. */
  'recovery.diagnose': method<answers.Diagnosis>()(z.strictObject({ folder: folderField, secret: secretField.optional() })),
  /** Saves what can be saved of it into a new folder. */
  'recovery.repair': method<answers.Repaired>()(z.strictObject({ folder: folderField, to: folderField, secret: secretField.optional() })),
  /** Puts one of its backups into a new folder. */
  'recovery.restore': method<answers.Repaired>()(
    z.strictObject({ folder: folderField, backup: z.string().min(1).max(200), to: folderField, secret: secretField.optional() }),
  ),
  'vault.snapshot': method<answers.VaultSnapshot>()(nothing),
  /** The next page of a reading that a snapshot began. */
  'vault.records': method<answers.RecordsPage>()(z.strictObject({ reading: idField })),
  /** With a jobId an edit that takes long tells how far it is, and can be cancelled. */
  'vault.edit': method<answers.EditDone>()(
    z.strictObject({ edit: z.string().max(64), input: z.unknown(), coalesce: z.string().max(200).optional(), jobId: jobField.optional() }),
  ),
  'vault.undo': method<answers.StepDone>()(nothing),
  'vault.redo': method<answers.StepDone>()(nothing),
  'vault.check': method<answers.CheckReport>()(nothing),
  /** The open study is closed, converted and opened again; its earlier backups are removed. */
  'encryption.encrypt': method<answers.VaultStatus>()(z.strictObject({ jobId: jobField, passphrase: secretField })),
  'encryption.remove': method<answers.VaultStatus>()(z.strictObject({ jobId: jobField, secret: secretField })),
  'encryption.changePassphrase': method<null>()(z.strictObject({ secret: secretField, passphrase: secretField })),
  /** Makes a recovery code, which is shown once; the one before opens nothing any more. */
  'encryption.newRecoveryCode': method<answers.RecoveryCode>()(z.strictObject({ secret: secretField })),
  /** Closes an encrypted study and forgets its key. */
  'encryption.lock': method<null>()(nothing),
  /** Somebody is at the keyboard: puts the automatic lock off. */
  'encryption.stayOpen': method<null>()(nothing),
  'transcript.read': method<answers.TranscriptAnswer>()(z.strictObject({ sourceId: idField })),
  /** Corrects the text of a source by hand; every snippet is found again. One step. @param revision the one that is shown. */
  'transcript.correct': method<TextRevised>()(z.strictObject({ sourceId: idField, revision: z.int().min(1), correction: turnCorrection })),
  /** What would become of the snippets if a file that was read took the place of the text. */
  'transcript.compare': method<TextComparison>()(z.strictObject({ sourceId: idField, importId: idField })),
  /** A file that was read takes the place of the text. One step; a cancel leaves nothing of it. */
  'transcript.replace': method<TextRevised>()(
    z.strictObject({ jobId: jobField, sourceId: idField, revision: z.int().min(1), importId: idField }),
  ),
  /** Reads one file without changing the vault; the text is kept until it is committed or discarded. */
  'import.inspect': method<answers.ImportPreview>()(
    z.strictObject({
      fileName: z.string().min(1).max(1000),
      base64: z.string(),
      format: z.enum(TRANSCRIPT_FORMATS).optional(),
      lenient: z.boolean().optional(),
      encoding: z.enum(TEXT_ENCODINGS).optional(),
      table: tableChoice.optional(),
    }),
  ),
  'import.commit': method<answers.ImportDone>()(
    z.strictObject({
      jobId: jobField,
      files: z
        .array(
          z.strictObject({
            importId: idField,
            title: nameField,
            kind: z.enum(SOURCE_KINDS),
            heldOn: dayField.nullable(),
            speakers: z.array(speakerMapping),
            participantId: idField.nullable(),
            newParticipantName: optionalNameField.optional(),
          }),
        )
        .min(1),
    }),
  ),
  /** Rows of a table, the heading first if it has one. Changes nothing. */
  'import.inspectStories': method<answers.StoryTable>()(
    z.strictObject({ fileName: z.string().min(1).max(1000), base64: z.string(), encoding: z.enum(TEXT_ENCODINGS).optional() }),
  ),
  /** Adds sources that were written down or stood in a table, as one step. A cancel leaves nothing of them. */
  'import.addStories': method<{ sourceIds: string[] }>()(
    z.strictObject({
      jobId: jobField,
      fileName: z.string().max(300),
      stories: z
        .array(
          z.strictObject({
            kind: z.enum(STORY_KINDS),
            title: nameField,
            heldOn: dayField.nullable(),
            who: optionalNameField,
            words: z.string().max(LONGEST_WORDS),
            answers: z
              .array(z.strictObject({ question: z.string().max(300), words: z.string().max(LONGEST_WORDS) }))
              .max(1000)
              .optional(),
            facts: factsSchema,
          }),
        )
        .min(1)
        .max(MOST_STORIES),
    }),
  ),
  /** What may tell who somebody is, in the interviews given or in all. Changes nothing. */
  'names.propose': method<answers.ProposedName[]>()(z.strictObject({ jobId: jobField, sourceIds: z.array(idField).nullable() })),
  /** The list of who is who, sealed with a passphrase of its own, as a file. Changes nothing. */
  'names.keyList': method<answers.KeyListFile>()(z.strictObject({ choices: nameChoices, passphrase: z.string().max(1000) })),
  /** The names on such a list. @throws AppError('passphrase' | 'unreadable-file') */
  'names.readKeyList': method<answers.KeyListNames>()(z.strictObject({ base64: z.string(), passphrase: z.string().max(1000) })),
  /** Replaces the names everywhere as one step; a cancel leaves nothing of it. With `purge` the old wording goes for good from history and backups too. */
  'names.replace': method<answers.ReplacedNames & { notices: string[] }>()(
    z.strictObject({ jobId: jobField, choices: nameChoices, purge: z.boolean().default(false) }),
  ),
  'import.discard': method<null>()(z.strictObject({ importIds: z.array(idField) })),
  /** Reads a project of another tool (.qdpx, .qdc, .qde, .sqlite3) and says what would come over. Changes nothing. */
  'exchange.inspect': method<exchangeAnswers.ExchangePreview>()(
    z.strictObject({ fileName: z.string().min(1).max(1000), base64: z.string() }),
  ),
  /** Reads a codebook from a CSV file and says which tags are new, changed or the same. Changes nothing. */
  'exchange.inspectCodebook': method<exchangeAnswers.CodebookPreview>()(
    z.strictObject({ fileName: z.string().min(1).max(1000), base64: z.string(), encoding: z.enum(TEXT_ENCODINGS).optional() }),
  ),
  /** Brings in what was read, as one step. A cancel leaves nothing of it. */
  'exchange.commit': method<exchangeAnswers.ExchangeDone>()(z.strictObject({ jobId: jobField, importId: idField })),
  'exchange.discard': method<null>()(z.strictObject({ importId: idField })),
  /** What an export for other tools would and would not carry. */
  'exchange.report': method<exchangeAnswers.ExchangeReport>()(exportInputs.projectInput),
  /** The study for other tools as a file. */
  'exchange.export': method<exchangeAnswers.ExchangeFile>()(exportInputs.projectInput),
  /** The snippets for which a condition holds. */
  'query.find': method<queryAnswers.QueryFound>()(z.strictObject({ where: conditionSchema })),
  'query.table': method<queryAnswers.CountedTable>()(z.strictObject({ table: z.enum(queryAnswers.COUNTED_TABLES) })),
  /** Tables and notes as a file, with pseudonyms for names. */
  'query.file': method<queryAnswers.ExportedFile>()(exportInputs.tableFileInput),
  /** One version of the codebook as a CSV file, with pseudonyms for names. */
  'codebook.versionFile': method<queryAnswers.ExportedFile>()(z.strictObject({ versionId: idField })),
  /** How much of the words of each interview those who ask leave to those who are heard, and how they ask. Changes nothing. */
  'rhythm.listening': method<InterviewListening[]>()(nothing),
  /** In which turns of the interviews the questions of the guide seem to have been asked. Changes nothing. */
  'guide.proposals': method<ProposedAsking[]>()(nothing),
  'search.text': method<answers.SearchAnswer>()(
    z.strictObject({ query: z.string().max(1000), limit: z.int().min(1).max(1000).default(200) }),
  ),
  /** Results of every kind for what stands in the search box. An empty query only gets the index ready. @param limit of each kind. */
  'search.everything': method<SearchEverythingAnswer>()(
    z.strictObject({ query: z.string().max(1000), limit: z.int().min(1).max(1000).default(20) }),
  ),
  /** Passages to tag: words, a pattern, or what is like the snippets of a tag. Changes nothing; the list is kept until the next one. */
  'assist.find': method<assistAnswers.PassagesAnswer>()(z.strictObject({ jobId: jobField, request: assistAnswers.passageRequestSchema })),
  /** Tags what was found but the places left out, as one step. A cancel leaves nothing of it. */
  'assist.tag': method<assistAnswers.PassagesTagged>()(
    z.strictObject({
      jobId: jobField,
      findId: idField,
      leaveOut: z.array(z.int().min(0)),
      tagIds: z.array(idField).default([]),
      newTag: z.strictObject({ name: nameField }).optional(),
    }),
  ),
  /** Tags that snippets like this passage have. @param snippetId when it is one already. */
  'assist.tagsFor': method<assistAnswers.ProposedTag[]>()(
    z.strictObject({ text: z.string().max(100_000), snippetId: idField.nullable().default(null) }),
  ),
  /** How far two coders agree, tag by tag, and where they do not. */
  'coders.agreement': method<coderAnswers.AgreementAnswer>()(coderInputs.agreementAsked.extend({ jobId: jobField })),
  /** The figures as a table for spreadsheets. */
  'coders.agreementFile': method<coderAnswers.AgreementFile>()(coderInputs.agreementAsked),
  /** Writes a coding pack into a new folder. A cancel leaves nothing of it. */
  'coders.pack': method<coderAnswers.PackMade>()(coderInputs.packWanted.extend({ jobId: jobField })),
  /** What another copy of the study, or a pack of it, would bring. Changes nothing. */
  'coders.compareStudy': method<coderAnswers.MergePreview>()(coderInputs.otherStudy.extend({ jobId: jobField })),
  /** Brings it in as one step. A cancel leaves nothing of it. */
  'coders.merge': method<coderAnswers.MergeDone>()(coderInputs.mergeWanted.extend({ jobId: jobField })),
  'themes.suggest': method<answers.ThemeProposals>()(
    z.strictObject({ jobId: jobField, themes: z.int().min(1).max(200).nullable().default(null), seed: z.int().default(1) }),
  ),
  /** Days with work in them, and how much is kept. */
  'history.overview': method<historyAnswers.HistoryOverview>()(nothing),
  /** Steps newest first. @param before only those older than this entry; filter: words of the label. */
  'history.steps': method<historyAnswers.HistoryPage>()(
    z.strictObject({
      before: z.int().min(1).nullable().default(null),
      limit: z.int().min(1).max(1000).default(200),
      filter: z.string().max(200).default(''),
    }),
  ),
  /** What a step changed. @param seq its last entry. */
  'history.step': method<historyAnswers.HistoryStepDetails>()(z.strictObject({ seq: z.int().min(1) })),
  /** Shows the study as it was after an entry, in every window, until `history.back`. Nothing is changed. */
  'history.look': method<answers.VaultStatus>()(z.strictObject({ seq: z.int().min(0) })),
  'history.back': method<answers.VaultStatus>()(nothing),
  /** Makes the study again what it was after an entry, as one step that can be undone. */
  'history.restore': method<{ seq: number; label: string }>()(z.strictObject({ seq: z.int().min(0) })),
  /** How long steps of this study are kept on this computer; dropping what is older begins at once and cannot be undone. */
  'history.keep': method<null>()(z.strictObject({ months: z.int().min(1).max(240).nullable() })),
  /** The backups of the open study, newest first. */
  'backups.list': method<historyAnswers.BackupsAnswer>()(nothing),
  /** Makes one now. `fresh` is false when nothing has changed since the last one. */
  'backups.make': method<{ name: string; fresh: boolean }>()(nothing),
  /** Chooses the second folder and brings it up to date; null for none. */
  'backups.chooseSecond': method<null>()(z.strictObject({ folder: folderField.nullable() })),
  'backups.verify': method<null>()(backupName),
  /** Checks those that were not checked since the study was opened. */
  'backups.verifyAll': method<{ damaged: number }>()(nothing),
  'backups.remove': method<null>()(backupName),
  /** Restores into a new folder, which can be opened then. */
  'backups.restore': method<{ folder: string }>()(backupName.extend({ to: folderField })),
  /** People whom only the history holds. Reads all of it. */
  'purge.past': method<historyAnswers.PastPerson[]>()(nothing),
  /** What would go with a participant, and which texts may be about them. Changes nothing. */
  'purge.plan': method<historyAnswers.PurgePlan>()(z.strictObject({ participantId: idField })),
  /** Deletes a participant and everything they said for good. @param typed their pseudonym, typed by the person who decides. */
  'purge.run': method<{ notices: string[] }>()(
    z.strictObject({ participantId: idField, typed: z.string().max(300), replaceMentions: z.boolean().default(false) }),
  ),
  /** Backups of a study that is not open: in its folder, or in its folder in a second place. Newest first. */
  'backups.listIn': method<historyAnswers.BackupRow[]>()(z.strictObject({ folder: folderField })),
  'backups.restoreFrom': method<{ folder: string }>()(
    z.strictObject({ from: folderField, name: z.string().min(1).max(100), to: folderField }),
  ),
  'job.cancel': method<null>()(z.strictObject({ jobId: jobField })),
  'readout.build': method<answers.ReadoutDocument>()(exportInputs.readoutInput),
  'readout.word': method<{ base64: string }>()(exportInputs.wordInput),
} as const;

export type MethodName = keyof typeof CONTRACT;
export type MethodInput<M extends MethodName> = z.input<(typeof CONTRACT)[M]['input']>;
export type ParsedInput<M extends MethodName> = z.output<(typeof CONTRACT)[M]['input']>;
export type MethodOutput<M extends MethodName> =
  | NonNullable<(typeof CONTRACT)[M]['output']>
  | (null extends (typeof CONTRACT)[M]['output'] ? null : never);

export const METHOD_NAMES = Object.keys(CONTRACT) as readonly MethodName[];

/** The one function a host gives a window to ask with. Rejects with AppError. */
export type Call = <M extends MethodName>(method: M, input: MethodInput<M>) => Promise<MethodOutput<M>>;

/** What the core does for each method; input is parsed already. */
export type Handlers = { readonly [M in MethodName]: (input: ParsedInput<M>) => Promise<MethodOutput<M>> };
