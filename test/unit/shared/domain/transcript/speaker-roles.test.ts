// Who is proposed as interviewer and who as participant.
import { describe, expect, it } from 'vitest';

import { parseLabelledText } from '#shared/domain/transcript/parse-labelled-text';
import { proposeSpeakerRoles } from '#shared/domain/transcript/speaker-roles';

function rolesOf(text: string): Record<string, string> {
  const { turns } = parseLabelledText(text, 'text');
  const speakers = [...new Set(turns.map((turn) => turn.speaker))].filter((speaker) => speaker !== null);
  return Object.fromEntries(proposeSpeakerRoles({ turns, speakers }).map(({ label, role }) => [label, role]));
}

describe('proposeSpeakerRoles', () => {
  it('believes what labels say', () => {
    expect(rolesOf('Interviewer 1: a\nP07: b\nInterviewer 1: c\nP07: d\nInterviewer 2: e')).toEqual({
      'Interviewer 1': 'interviewer',
      P07: 'participant',
      'Interviewer 2': 'interviewer',
    });
    expect(rolesOf('Q: How?\nA: Well?\nQ: Why?\nA: So?')).toEqual({ Q: 'interviewer', A: 'participant' });
    expect(rolesOf('Moderator: a\nAna: b?\nModerator: c\nAna: d?\nBen: e?\nBen: f')).toEqual({
      Moderator: 'interviewer',
      Ana: 'participant',
      Ben: 'participant',
    });
  });

  it('takes who asks most for the interviewer when labels do not tell', () => {
    const text =
      'Tim: How did it start?\nAshley: I had a shop and it went well for years.\nTim: And then? Why?\nAshley: Then we moved, is that so odd? No, it was not odd at all.\nTim: Thanks.';
    expect(rolesOf(text)).toEqual({ Tim: 'interviewer', Ashley: 'participant' });
  });

  it('never makes the one who says the most the interviewer', () => {
    expect(rolesOf('Ana: Why? I wonder why it is so and then I went on and on?\nBen: Yes.\nAna: Why? And so on and on?\nBen: No.')).toEqual(
      { Ana: 'participant', Ben: 'participant' },
    );
  });

  it('sets voices that say nothing and sounds apart', () => {
    expect(rolesOf('Ana: a long story\nJingle: la la\nAna: more of it\nJingle: la\nBen:\nBen:')).toEqual({
      Ana: 'participant',
      Jingle: 'other',
      Ben: 'other',
    });
  });

  it('counts words, questions and turns, and gives its reason as a sentence', () => {
    const { turns } = parseLabelledText('Researcher: How are you?\nAna: Fine, thanks.\nResearcher: And you, then?\nAna: Well.', 'text');
    expect(proposeSpeakerRoles({ turns, speakers: ['Researcher', 'Ana'] })).toEqual([
      { label: 'Researcher', role: 'interviewer', words: 6, questions: 2, turns: 2, reason: 'The label names somebody who asks.' },
      { label: 'Ana', role: 'participant', words: 3, questions: 0, turns: 2, reason: 'Somebody else is labelled as the interviewer.' },
    ]);
  });
});
