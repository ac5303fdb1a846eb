// A source: one body of customer voice. Its text lives in a write-once transcript file beside the records.
import { z } from 'zod';

import { TEXT_ENCODINGS, TRANSCRIPT_FORMATS } from '#shared/model/transcript';

import { dayField, idField, nameField, optionalNameField, timeField } from './fields.ts';

export const SOURCE_KINDS = [
  'interview',
  'frontline-story',
  'complaint',
  'advisory-board',
  'friction-log',
  'win-loss',
  'observation',
  'second-hand',
  'survey-answers',
] as const;

export const SPEAKER_ROLES = ['participant', 'interviewer', 'other'] as const;

export const speakerSchema = z.strictObject({
  /** The label as it stands in the transcript file. */
  label: nameField,
  role: z.enum(SPEAKER_ROLES),
  participantId: idField.nullable(),
});

/** Names and values of facts. */
export const factsSchema = z.record(nameField, optionalNameField);

export const sourceSchema = z.strictObject({
  id: idField,
  kind: z.enum(SOURCE_KINDS),
  title: nameField,
  heldOn: dayField.nullable(),
  fileName: optionalNameField,
  format: z.enum([...TRANSCRIPT_FORMATS, 'quotes']),
  encoding: z.enum(TEXT_ENCODINGS),
  speakers: z.array(speakerSchema).max(1000),
  /** For sources without speaker labels: the one person heard. */
  participantId: idField.nullable(),
  transcript: z.strictObject({
    revision: z.int().min(1),
    /** SHA-256 of the transcript file, lower-case hex. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    turns: z.int().min(0),
    words: z.int().min(0),
    startMs: z.number().min(0).nullable(),
    endMs: z.number().min(0).nullable(),
  }),
  importedAt: timeField,
  /** What is noted about it beside the words, by name: who heard a story, the channel of a complaint. */
  facts: factsSchema.optional(),
});

export type Source = z.infer<typeof sourceSchema>;
export type SourceKind = Source['kind'];
export type Speaker = z.infer<typeof speakerSchema>;
export type SpeakerRole = Speaker['role'];
