// The headings that tables of talk and of answers carry, and what values look like.
import { foldForSearch } from '#shared/lib/text';

import { parseClock } from '../transcript/parse-clock.ts';

function words(list: string): ReadonlySet<string> {
  return new Set(list.split('|').map((word) => foldForSearch(word)));
}

const HEADINGS = {
  speaker: words(
    'speaker|speakers|speaker name|speaker label|speaker id|who|name|voice|role|person|talker|sprecher|sprecherin|locuteur|intervenant|hablante|orador|parlante|spreker|from|author|sender|participant|user|label|actor|character|respondent|interviewee',
  ),
  text: words(
    'text|transcript|transcription|content|utterance|message|words|comment|quote|dialogue|dialog|turn|turn text|speech|sentence|caption|body|said|line|texte|texto|testo|tekst|verbatim|answer|response',
  ),
  start: words(
    'start|start time|starttime|start_time|time|timestamp|time stamp|timecode|time code|begin|in|start (s)|start (ms)|start_ms|start ms|start seconds|start_sec|tc in|zeit|temps|tiempo|tempo|from time|offset|start timecode|start timestamp',
  ),
  end: words(
    'end|end time|endtime|end_time|out|stop|to|end (s)|end (ms)|end_ms|end ms|end seconds|end_sec|tc out|ende|fin|end timecode|end timestamp',
  ),
  name: words(
    'name|id|case|respondent|respondent id|respondentid|participant|participant id|participantid|surveyrespondentid|pseudonym|full name|first name|email|e-mail|email address|e-mail address|user|username|user id|customer|customer id|person|subject|client|response id|responseid|case id|number|no|nr|#',
  ),
  /** Facts that survey tools put beside the answers: nobody said them. */
  fact: words(
    'timestamp|date|time|start date|end date|startdate|enddate|submitted|submitted at|recorded date|recordeddate|duration|duration (in seconds)|ip|ip address|ipaddress|language|status|progress|finished|location|latitude|longitude|age|gender|sex|country|region|city|state|url|link|collector id|source|channel|distribution channel|userlanguage',
  ),
} as const;

export type HeadingKind = keyof typeof HEADINGS;

/** Whether a heading is a usual one for what is asked. */
export function isHeading(kind: HeadingKind, heading: string): boolean {
  return HEADINGS[kind].has(foldForSearch(heading).trim().replaceAll('_', ' ')) || HEADINGS[kind].has(foldForSearch(heading).trim());
}

/** Whether a heading is usual for any column. */
export function isAnyHeading(heading: string): boolean {
  return (Object.keys(HEADINGS) as HeadingKind[]).some((kind) => isHeading(kind, heading));
}

/** A number, a time or a day: what headings never are. */
export function isFigure(value: string): boolean {
  return /^[\d\s.,:/+%-]{1,40}$/u.test(value) && /\d/u.test(value);
}

/** Milliseconds of a value in a column of times: clock times, or plain numbers in seconds (milliseconds when the heading says so). */
export function readCellTime(value: string, heading: string): number | null {
  const text = value.trim().replace(/^\[(.{1,20})\]$/u, '$1');
  const clock = parseClock(text);
  if (clock !== null) return clock;
  if (!/^\d{1,12}(?:[.,]\d{1,9})?\s?(?:s|ms)?$/u.test(text)) return null;
  const number = Number.parseFloat(text.replace(',', '.'));
  const inMs = text.endsWith('ms') || /(?:^|[^a-z])ms(?:[^a-z]|$)|milli/iu.test(heading);
  return Math.round(inMs ? number : number * 1000);
}
