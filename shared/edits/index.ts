// The closed list of edits: every change of a vault goes through one of these.
import { z } from 'zod';

import type { Steps } from '#shared/lib/steps';

import { recordAskings } from './asking-edits.ts';
import * as cards from './card-edits.ts';
import * as commitments from './commitment-edits.ts';
import * as confidences from './confidence-edits.ts';
import * as codebookVersions from './codebook-version-edits.ts';
import { recordConsent } from './consent-edits.ts';
import * as conversations from './conversation-edits.ts';
import * as departments from './department-edits.ts';
import type { EditDefinition } from './edit-definition.ts';
import * as evidence from './evidence-edits.ts';
import * as forecasts from './forecast-edits.ts';
import * as guide from './guide-edits.ts';
import { importCodebook } from './import-codebook.ts';
import { importProject } from './import-project.ts';
import { joinSnippets } from './join-snippets.ts';
import * as memos from './memo-edits.ts';
import { mergeTags } from './merge-tags.ts';
import * as queries from './query-edits.ts';
import { updateCustomer } from './customer-edits.ts';
import * as readout from './readout-edits.ts';
import * as recruits from './recruit-edits.ts';
import { replaceNames } from './replace-names.ts';
import { keepWithoutPlace, reviseTranscript } from './revise-transcript.ts';
import * as owners from './owner-edits.ts';
import * as assessments from './assessment-edits.ts';
import * as rhythm from './rhythm-edits.ts';
import * as severalTags from './several-tags.ts';
import * as rivals from './rival-edits.ts';
import * as signals from './signal-edits.ts';
import * as snippets from './snippet-edits.ts';
import { splitSnippet } from './split-snippet.ts';
import { splitTag } from './split-tag.ts';
import * as sources from './source-edits.ts';
import * as study from './study-edits.ts';
import * as taggings from './tagging-edits.ts';
import * as tags from './tag-edits.ts';
import { tagPassages } from './tag-passages.ts';
import * as themes from './theme-edits.ts';
import * as verdicts from './verdict-edits.ts';

export const EDITS = {
  updateStudy: study.updateStudy,
  addSegment: study.addSegment,
  updateSegment: study.updateSegment,
  removeSegment: study.removeSegment,
  addParticipant: study.addParticipant,
  updateParticipant: study.updateParticipant,
  removeParticipant: study.removeParticipant,
  recordConsent,
  importSources: sources.importSources,
  importQuotes: sources.importQuotes,
  importProject,
  updateSource: sources.updateSource,
  mapSpeakers: sources.mapSpeakers,
  removeSources: sources.removeSources,
  reviseTranscript,
  replaceNames,
  keepWithoutPlace,
  createSnippet: snippets.createSnippet,
  moveSnippetEdges: snippets.moveSnippetEdges,
  setSnippetNote: snippets.setSnippetNote,
  starSnippets: snippets.starSnippets,
  removeSnippets: snippets.removeSnippets,
  joinSnippets,
  splitSnippet,
  createTag: tags.createTag,
  updateTag: tags.updateTag,
  moveTag: tags.moveTag,
  importCodebook,
  pinTag: tags.pinTag,
  moveTags: severalTags.moveTags,
  recolourTags: severalTags.recolourTags,
  pinTags: severalTags.pinTags,
  mergeTags,
  splitTag,
  deleteTags: tags.deleteTags,
  tagSnippets: taggings.tagSnippets,
  untagSnippets: taggings.untagSnippets,
  tagPassages,
  addMemo: memos.addMemo,
  updateMemo: memos.updateMemo,
  removeMemo: memos.removeMemo,
  addQuery: queries.addQuery,
  updateQuery: queries.updateQuery,
  removeQuery: queries.removeQuery,
  saveCodebookVersion: codebookVersions.saveCodebookVersion,
  updateCodebookVersion: codebookVersions.updateCodebookVersion,
  removeCodebookVersion: codebookVersions.removeCodebookVersion,
  setFocusQuestion: cards.setFocusQuestion,
  placeSnippets: cards.placeSnippets,
  moveCards: cards.moveCards,
  removeCards: cards.removeCards,
  createTheme: themes.createTheme,
  updateTheme: themes.updateTheme,
  moveThemes: themes.moveThemes,
  nestTheme: themes.nestTheme,
  dissolveThemes: themes.dissolveThemes,
  acceptThemeProposals: themes.acceptThemeProposals,
  arrangeBoard: themes.arrangeBoard,
  addDepartment: departments.addDepartment,
  addDepartments: departments.addDepartments,
  updateDepartment: departments.updateDepartment,
  removeDepartment: departments.removeDepartment,
  addAssumption: departments.addAssumption,
  updateAssumption: departments.updateAssumption,
  removeAssumption: departments.removeAssumption,
  setEvidence: evidence.setEvidence,
  clearEvidence: evidence.clearEvidence,
  overrideVerdict: verdicts.overrideVerdict,
  useCountedVerdict: verdicts.useCountedVerdict,
  noteAskedIn: verdicts.noteAskedIn,
  logCounterSearch: verdicts.logCounterSearch,
  removeCounterSearch: verdicts.removeCounterSearch,
  addCommitment: commitments.addCommitment,
  updateCommitment: commitments.updateCommitment,
  removeCommitment: commitments.removeCommitment,
  signCommitment: commitments.signCommitment,
  withdrawSignature: commitments.withdrawSignature,
  sealCommitments: commitments.sealCommitments,
  amendCommitment: commitments.amendCommitment,
  judgeCommitment: commitments.judgeCommitment,
  setCommitmentOutcome: commitments.setCommitmentOutcome,
  giveForecast: forecasts.giveForecast,
  removeForecast: forecasts.removeForecast,
  revealForecasts: forecasts.revealForecasts,
  addRivalSet: rivals.addRivalSet,
  updateRivalSet: rivals.updateRivalSet,
  removeRivalSet: rivals.removeRivalSet,
  setRivalRow: rivals.setRivalRow,
  removeRivalRow: rivals.removeRivalRow,
  setRivalMark: rivals.setRivalMark,
  setConfidence: confidences.setConfidence,
  clearConfidence: confidences.clearConfidence,
  addQuestions: guide.addQuestions,
  updateQuestion: guide.updateQuestion,
  moveQuestion: guide.moveQuestion,
  removeQuestion: guide.removeQuestion,
  updateGuide: guide.updateGuide,
  recordAskings,
  addRecruit: recruits.addRecruit,
  updateRecruit: recruits.updateRecruit,
  removeRecruit: recruits.removeRecruit,
  logConversation: conversations.logConversation,
  updateConversation: conversations.updateConversation,
  removeConversation: conversations.removeConversation,
  setGoal: conversations.setGoal,
  removeGoal: conversations.removeGoal,
  addRhythmItem: rhythm.addRhythmItem,
  updateRhythmItem: rhythm.updateRhythmItem,
  markRhythmDone: rhythm.markRhythmDone,
  markRhythmNotDone: rhythm.markRhythmNotDone,
  snoozeRhythm: rhythm.snoozeRhythm,
  removeRhythmItem: rhythm.removeRhythmItem,
  addOwner: owners.addOwner,
  updateOwner: owners.updateOwner,
  removeOwner: owners.removeOwner,
  logAcknowledgement: owners.logAcknowledgement,
  updateAcknowledgement: owners.updateAcknowledgement,
  removeAcknowledgement: owners.removeAcknowledgement,
  addAssessment: assessments.addAssessment,
  updateAssessment: assessments.updateAssessment,
  removeAssessment: assessments.removeAssessment,
  addGate: rhythm.addGate,
  updateGate: rhythm.updateGate,
  passGate: rhythm.passGate,
  reopenGate: rhythm.reopenGate,
  removeGate: rhythm.removeGate,
  addSignal: signals.addSignal,
  updateSignal: signals.updateSignal,
  addSignalPoints: signals.addSignalPoints,
  removeSignalPoint: signals.removeSignalPoint,
  explainSignal: signals.explainSignal,
  clearExplanation: signals.clearExplanation,
  removeSignal: signals.removeSignal,
  updateReadout: readout.updateReadout,
  chooseQuotes: readout.chooseQuotes,
  updateCustomer,
} as const;

export type EditName = keyof typeof EDITS;
/** What a caller gives (fields with defaults may be left out). */
export type EditInput<N extends EditName> = z.input<(typeof EDITS)[N]['input']>;
export type EditAnswer<N extends EditName> = Exclude<ReturnType<(typeof EDITS)[N]['run']>, Steps<unknown>>;

export const EDIT_NAMES = Object.keys(EDITS) as readonly EditName[];

/** Looks an edit up by a name from outside; undefined when it is not in the list. */
export function editByName(name: string): EditDefinition | undefined {
  return Object.hasOwn(EDITS, name) ? EDITS[name as EditName] : undefined;
}

/** JSON Schema of an edit's input, for scripts (`plumbline edits --json`). */
export function editInputSchema(name: EditName): unknown {
  return z.toJSONSchema(EDITS[name].input as z.ZodType, { io: 'input', unrepresentable: 'any' });
}
