// The forms in which people and tools write speakers, and texts that only look as if they had any.
import { describe, expect, it } from 'vitest';

import { parseLabelledText } from '#shared/domain/transcript/parse-labelled-text';
import type { Turn } from '#shared/model/transcript';
import { wordsLost } from '#test/builders/words-lost';

/** `Ana@62=Hello` a turn, times in seconds. */
function brief(turns: readonly Turn[]): string[] {
  return turns.map(({ speaker, startMs, endMs, text }) => {
    const time =
      startMs === null && endMs === null ? '' : `@${startMs === null ? '' : startMs / 1000}${endMs === null ? '' : `-${endMs / 1000}`}`;
    return `${speaker ?? ''}${time}=${text}`;
  });
}

function read(text: string, format: 'text' | 'markdown' = 'text'): string[] {
  return brief(parseLabelledText(text, format).turns);
}

const PLAIN = ['Ana=Hello', 'Ben=Hi', 'Ana=Bye'];
const TIMED = ['Ana@62=Hello', 'Ben@69=Hi', 'Ana@120=Bye'];

describe('speaker labels', () => {
  it.each([
    ['a colon', 'Ana: Hello\nBen: Hi\nAna: Bye', PLAIN],
    ['a colon, paragraphs', 'Ana: Hello\n\nBen: Hi\n\nAna: Bye', PLAIN],
    ['a colon without a space', 'Ana:Hello\nBen:Hi\nAna:Bye', PLAIN],
    ['a space before the colon', 'Ana\u00a0: Hello\nBen : Hi\nAna : Bye', PLAIN],
    ['a colon, text on the next line', 'Ana:\nHello\nBen:\nHi\nAna:\nBye', PLAIN],
    ['indentation', '  Ana: Hello\n\tBen: Hi\n Ana: Bye', PLAIN],
    ['bold with the colon inside', '**Ana:** Hello\n\n**Ben:** Hi\n\n**Ana:** Bye', PLAIN],
    ['bold with the colon outside', '**Ana**: Hello\n\n**Ben** : Hi\n\n**Ana**: Bye', PLAIN],
    ['italics', '*Ana:* Hello\n\n_Ben:_ Hi\n\n*Ana:* Bye', PLAIN],
    ['a list', '- **Ana:** Hello\n- **Ben:** Hi\n- **Ana:** Bye', PLAIN],
    ['a quotation', '> **Ana:** Hello\n>\n> **Ben:** Hi\n>\n> **Ana:** Bye', PLAIN],
    ['brackets', '[Ana] Hello\n[Ben] Hi\n[Ana] Bye', PLAIN],
    ['a tabulator', 'Ana\tHello\nBen\tHi\nAna\tBye', PLAIN],
    ['a dash', 'Ana - Hello\nBen – Hi\nAna — Bye', PLAIN],
    ['a full-width colon', '张三：你好。\n李四：你好吗？\n张三：很好。', ['张三=你好。', '李四=你好吗？', '张三=很好。']],
    ['letters', 'Q. How?\nA. Well.\nQ. Why?', ['Q=How?', 'A=Well.', 'Q=Why?']],
    ['a time in front', '[00:01:02] Ana: Hello\n[00:01:09] Ben: Hi\n[00:02:00] Ana: Bye', TIMED],
    ['a bare time in front', '01:02 Ana: Hello\n01:09 Ben: Hi\n02:00 Ana: Bye', TIMED],
    ['a time after the name', 'Ana [00:01:02]: Hello\nBen (1:09): Hi\nAna [2:00]: Bye', TIMED],
    ['a time after the colon', 'Ana: [00:01:02] Hello\nBen: (1:09) Hi\nAna: [2:00] Bye', TIMED],
    ['a time beside bold', '**Ana** [01:02]: Hello\n\n**[01:09] Ben:** Hi\n\n**Ana (02:00):** Bye', TIMED],
    ['name and time on a line', 'Ana  1:02 \nHello\n\nBen  1:09 \nHi\n\nAna  2:00 \nBye', TIMED],
    ['name and long time on a line', 'Ana 00:01:02\nHello\nBen 00:01:09\nHi\nAna 00:02:00\nBye', TIMED],
    ['time and name on a line', '[00:01:02] Ana\nHello\n\n[00:01:09] Ben\nHi\n\n[00:02:00] Ana\nBye', TIMED],
    ['a time on the line before', '[00:01:02]\nAna: Hello\n\n[00:01:09]\n\nBen: Hi\n\n[00:02:00]\nAna: Bye', TIMED],
    [
      'time ranges',
      '00:01:02 - 00:01:05 Ana\nHello\n\n00:01:09 - 00:01:10 Ben\nHi\n\n00:02:00 - 00:02:01 Ana\nBye',
      ['Ana@62-65=Hello', 'Ben@69-70=Hi', 'Ana@120-121=Bye'],
    ],
    [
      'closing time marks',
      'I: Wie? #00:00:05-1#\n\nB: Gut. #00:00:09-2#\n\nI: Und? #00:00:12-0#',
      ['I@-5.1=Wie?', 'B@-9.2=Gut.', 'I@-12=Und?'],
    ],
  ])('reads %s', (_name, text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    ['in blocks', 'Ana\nHello\n\nBen\nYeah.\n\nAna\nSo\n\nBen\nBye'],
    ['between blank lines', 'Ana\n\nHello\n\nBen\n\nYeah.\n\nAna\n\nSo\n\nBen\n\nBye'],
    ['without blank lines', 'Ana\nHello\nBen\nYeah.\nAna\nSo\nBen\nBye'],
    ['as bold lines', '**Ana**\n\nHello\n\n**Ben**\n\nYeah.\n\n**Ana**\n\nSo\n\n**Ben**\n\nBye'],
    ['as headings', '### Ana\n\nHello\n\n### Ben\n\nYeah.\n\n### Ana\n\nSo\n\n### Ben\n\nBye'],
  ])('reads names on their own line %s', (_name, text) => {
    expect(read(text, 'markdown')).toEqual(['Ana=Hello', 'Ben=Yeah.', 'Ana=So', 'Ben=Bye']);
  });

  it('begins a turn at each label, also when the same speaker goes on', () => {
    expect(read('Ana: One.\n\nAna: Two.\n\nBen: Three.\n\nBen:')).toEqual(['Ana=One.', 'Ana=Two.', 'Ben=Three.', 'Ben=']);
  });

  it('keeps line breaks and one blank line between the paragraphs of a turn', () => {
    expect(read('Ana: One\ntwo\n\n\n\n  three\n\nBen: So\nAna: x\nBen: y')[0]).toBe('Ana=One\ntwo\n\n  three');
  });

  it('takes in speakers that come once when they are roles, numbered alike, bold like the rest, or as regular', () => {
    expect(read('Interviewer1: a\nAna: b\nlonger talk\nover lines\nInterviewer1: c\nAna: d\nInterviewer2: e')).toContain('Interviewer2=e');
    expect(read('**Ana:** a\n\n**Ben:** b\n\n**Ana:** c\n\n**Voice from the back:** d', 'markdown')).toContain('Voice from the back=d');
    expect(read('Ana: a\nBen: b\nAna: c\nBen: d\nAna: e\nWaiter: f\nAna: g')).toContain('Waiter=f');
    expect(read('Anna: Hi there.\nBen: Hello to you.')).toEqual(['Anna=Hi there.', 'Ben=Hello to you.']);
  });
});

describe('what is no label', () => {
  it('leaves notes, addresses, times and sentences in the text', () => {
    const aside = [
      'Note: this matters',
      'http://example.org/a: b',
      'For example: cats',
      'At 10:30 we met',
      'Kiger, M. & Varpio, L. (2020): Analysis',
      'Then he said: no',
    ];
    const text = `Interviewer: How?\nAna: Well.\n${aside.join('\n')}\nInterviewer: Why?\nAna: So.`;
    expect(read(text)).toEqual(['Interviewer=How?', `Ana=Well.\n${aside.join('\n')}`, 'Interviewer=Why?', 'Ana=So.']);
  });

  it.each([
    ['a letter', 'Dear all,\n\nWe met at 10:30. Please note: nothing.\n\nThree things: a, b.\n\nNote: x\n\nNote: y', 5],
    [
      'a memo with bold headings',
      '**Questions, and objectives:**\nThe project is on life.\n\n**Methodology:**\nInterviews\n\n**Data collected:**\nThirty talks',
      3,
    ],
    ['an outline', 'P10 29/11/2021\nT1\n\tClear\n\tTerms\nT2\n\tFine\nT3\n\tlag not clear', 4],
    [
      'hard-wrapped prose',
      'This is a text whose lines were all broken at one width,\nso that it is one single paragraph and not four of them,\nwhatever the number of lines may be that it was put into\nby the program.',
      1,
    ],
    ['lines without blanks', 'Login fine\nText clear\nA long line that says much more than the other two lines of the file together', 3],
    [
      'a list with one repeated heading',
      'Text one is here.\n\nRequirements:\n\n* a\n\n* b\n\nMore text.\n\nAnd more.\n\nRequirements:\n\nc\n\nd\n\ne',
      10,
    ],
  ])('%s has paragraphs and no speakers', (_name, text, count) => {
    const { turns, warnings } = parseLabelledText(text, 'text');
    expect(turns.every((turn) => turn.speaker === null)).toBe(true);
    expect(turns).toHaveLength(count);
    expect(warnings.join(' ')).toContain('No speakers were recognised');
  });

  it('believes a word in lower case only when it comes three times', () => {
    const talk = (word: string, times: number): string =>
      `Interviewer: How?\nAna: Well,\nI had a list\nof things\n${`${word}: two\nof them\n`.repeat(times)}Interviewer: Why?\nAna: So\nit was\nlike that`;
    expect(parseLabelledText(talk('milk', 2), 'text').turns.map((turn) => turn.speaker)).toEqual([
      'Interviewer',
      'Ana',
      'Interviewer',
      'Ana',
    ]);
    expect(parseLabelledText(talk('resp', 2), 'text').turns).toHaveLength(6);
    expect(parseLabelledText(talk('ben', 3), 'text').turns).toHaveLength(7);
  });

  it('finds no speakers in prose where a few paragraphs happen to begin like labels', () => {
    const paragraphs = Array.from({ length: 60 }, (_, index) => `This is paragraph ${index} of a text that nobody says.`);
    paragraphs[10] = 'Vienna: a city.';
    paragraphs[40] = 'Vienna: still a city.';
    expect(parseLabelledText(paragraphs.join('\n\n'), 'text').turns.every((turn) => turn.speaker === null)).toBe(true);
  });

  it('takes no sounds for speakers', () => {
    expect(read('[Ana] Hello\n[laughter]\n[Ben] Hi\n[laughter]\n[Ana] Bye\n[Ben] So')).toEqual([
      'Ana=Hello\n[laughter]',
      'Ben=Hi\n[laughter]',
      'Ana=Bye',
      'Ben=So',
    ]);
  });
});

describe('the checker of lost words', () => {
  it('sees a word that is lost and one that is invented', () => {
    const turn = { speaker: 'Ana', startMs: null, endMs: null, text: 'hello them' };
    expect(wordsLost('Ana: hello you', { turns: [turn] })).toEqual({ lost: ['you'], invented: ['them'] });
  });
});

describe('times without speakers', () => {
  it('makes a turn of each line that begins with a time', () => {
    expect(read('00:00:00 - Welcome.\n\n00:00:03 Thanks: a lot\n\n00:00:07 Okay')).toEqual([
      '@0=- Welcome.',
      '@3=Thanks: a lot',
      '@7=Okay',
    ]);
    expect(read('0:00\nhello\n0:03\nto the show\n0:07\ntoday')).toEqual(['@0=hello', '@3=to the show', '@7=today']);
  });

  it('does not give a line to a speaker who is named on few lines only', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `00:00:${String(index).padStart(2, '0')} line ${index}`);
    lines[10] = '00:00:10 Mark Mandel: I think so';
    lines[20] = '00:00:20 Mark Mandel: Yes';
    const { turns } = parseLabelledText(lines.join('\n'), 'text');
    expect(turns).toHaveLength(40);
    expect(turns.filter((turn) => turn.speaker !== null).map((turn) => turn.text)).toEqual(['I think so', 'Yes']);
  });

  it('lets a timed paragraph without a name go on the turn where speakers are named at changes', () => {
    expect(read('[00:01] Ana: Hello\n[00:09] Ben: Hi\n[00:20] and more\n[00:30] Ana: Bye')).toEqual([
      'Ana@1=Hello',
      'Ben@9=Hi\n[00:20] and more',
      'Ana@30=Bye',
    ]);
  });

  it('ignores times that do not run forward', () => {
    expect(
      parseLabelledText('10:30 we met\nand at\n09:15 we left\nfor the\n08:00 train', 'text').turns.every((turn) => turn.startMs === null),
    ).toBe(true);
  });
});

describe('around the turns', () => {
  it('keeps title lines and fields as the heading, not as turns', () => {
    const { turns, heading } = parseLabelledText(
      'Interview 3\nDate: 12 May\nInterviewer: Ana Smith\n\nInterviewer: So?\nP3: Well.\nInterviewer: Ok.\nP3: Yes',
      'text',
    );
    expect(heading).toBe('Interview 3\nDate: 12 May\nInterviewer: Ana Smith');
    expect(brief(turns)).toEqual(['Interviewer=So?', 'P3=Well.', 'Interviewer=Ok.', 'P3=Yes']);
  });

  it('keeps front matter as the heading', () => {
    expect(parseLabelledText('---\ntitle: A: b.\nguest: Ana\n---\n\n**Ana:** Hi\n\n**Ben:** Ho\n\n**Ana:** He', 'markdown').heading).toBe(
      '---\ntitle: A: b.\nguest: Ana\n---',
    );
  });

  it('makes speech before the first label a turn without a speaker', () => {
    const { turns, heading, warnings } = parseLabelledText(
      'A title\n\nAll right, shall we begin?\n\nAna: Hi\n\nBen: Ho\n\nAna: He',
      'text',
    );
    expect(heading).toBe('A title');
    expect(brief(turns)[0]).toBe('=All right, shall we begin?');
    expect(warnings.join(' ')).toContain('before the first speaker');
  });

  it('makes Markdown headings between turns nobody’s words', () => {
    expect(read('**Ana:** Hi\n\n## Part two\n\n**Ben:** Ho\n\n**Ana:** He', 'markdown')).toEqual([
      'Ana=Hi',
      '=Part two',
      'Ben=Ho',
      'Ana=He',
    ]);
  });

  it('leaves out pause marks and counts them, but keeps a break with words', () => {
    const { turns, warnings } = parseLabelledText(
      '**Ana:** Hi\n\n**Break:** \\[12:30\\]\n\n**Ben:** Ho\n\n# **Outro**: \\[\\\\00:50:02.02\\]\n\n**Break:** \\[44:44\\] to \\[46:37\\]\n\n**Ana:** He\n\n**Jingle:** \\[51:21\\] to \\[51:40\\]',
      'markdown',
    );
    expect(brief(turns)).toEqual(['Ana=Hi', 'Ben=Ho', 'Ana=He', 'Jingle@3081-3100=']);
    expect(warnings.join(' ')).toContain('3 pause marks');
    expect(read('**Ana:** Hi\n\n**Break:** we went out\n\n**Ana:** He', 'markdown')).toContain('Break=we went out');
  });

  it('resolves Markdown escapes and character references, in plain text it does not', () => {
    const text = '**Ana:** \\[laughs\\] it&#39;s \\*bleep\\* 5 &lt; 6\n\n**Ben:** no\n\n**Ana:** x';
    expect(read(text, 'markdown')[0]).toBe("Ana=[laughs] it's *bleep* 5 < 6");
    expect(read(text, 'text')[0]).toBe('Ana=\\[laughs\\] it&#39;s \\*bleep\\* 5 &lt; 6');
  });

  it('gives labels and text in NFC', () => {
    expect(read('Zoe\u0308: cafe\u0301\nBen: x\nZoe\u0308: y')).toEqual(['Zoë=café', 'Ben=x', 'Zoë=y']);
  });

  it('warns of labels that may be one person and of labels inside a line', () => {
    const { warnings } = parseLabelledText(
      'Interviewer1: a\nAna: b Interviewer1: c\nInterviewer 1: d\nAna: e\nInterviewer1: f\nInterviewer 1: g',
      'text',
    );
    expect(warnings.join(' ')).toContain('“Interviewer1” and “Interviewer 1” may be one person');
    expect(warnings.join(' ')).toContain('In 1 place');
  });
});
