// What looks like a speaker's label and what does not.
import { describe, expect, it } from 'vitest';

import { labelStrength } from '#shared/domain/transcript/label-strength';

describe('labelStrength', () => {
  it.each([
    'Interviewer',
    'INTERVIEWER 2',
    'Interviewer2 2',
    'interviewee',
    'P07',
    'P',
    'Q',
    'id1',
    'Speaker 1',
    'SPEAKER_00',
    'Researcher 1',
    'Moderatorin',
    'Enquêteur',
  ])('%j is a role or an identifier', (label) => expect(labelStrength(label)).toBe(3));

  it.each([
    'Ana',
    'Ana Smith',
    'Erik St. Martin',
    'Mireille B. Reece, Psy.D',
    'Doe, Jane',
    'Marcel van Lohuizen',
    "Miles O'Brien",
    'Stefan Ålund',
    'Dr. Müller',
    'Ana (nurse)',
    'Ana & Ben',
    '张三',
    'JANE DOE',
    'Jean-Luc',
  ])('%j is like a name', (label) => expect(labelStrength(label)).toBe(2));

  it.each(['ana', 'Second caller', 'moritz'])('%j is possible', (label) => expect(labelStrength(label)).toBe(1));

  it.each([
    'Note',
    'NOTE',
    'For example',
    'http',
    'e.g',
    'Date',
    'and then she said',
    'What? Ana',
    'Right. So',
    'Kiger, M. & Varpio, L. (2020)',
    '12-May-2023 - 10',
    '42',
    '',
    '...',
    'I said to them that it was',
    'Yeah,',
    'x'.repeat(61),
  ])('%j is none', (label) => expect(labelStrength(label)).toBe(0));
});
