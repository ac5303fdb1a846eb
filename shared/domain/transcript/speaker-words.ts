// Words that name roles in an interview, words that look like labels and are none, and labels that mark a pause.
import { foldForSearch, trimCharacters } from '#shared/lib/text';

function words(list: string): ReadonlySet<string> {
  return new Set(list.split('|').map((word) => foldForSearch(word.trim())));
}

/** People who ask, in the languages that interview transcripts are most often in. */
const INTERVIEWER_WORDS = words(
  `interviewer|int|intv|interviewers|researcher|moderator|mod|host|cohost|co-host|facilitator|questioner|q|question|
  i|presenter|chair|examiner|observer|intervieweur|enqueteur|enquetrice|chercheur|chercheuse|animateur|animatrice|
  interviewerin|moderatorin|forscher|forscherin|entrevistador|entrevistadora|investigador|investigadora|moderador|
  moderadora|intervistatore|intervistatrice|ricercatore|onderzoeker|intervjuare|haastattelija|pesquisador|pesquisadora`,
);

/** People who are heard. */
const PARTICIPANT_WORDS = words(
  `interviewee|participant|respondent|resp|informant|subject|guest|customer|client|user|patient|student|teacher|expert|
  a|answer|p|r|id|part|interviewe|interviewé|interviewée|repondant|repondante|participante|enquete|befragter|befragte|
  teilnehmer|teilnehmerin|proband|probandin|entrevistado|entrevistada|encuestado|informante|intervistato|intervistata|
  geinterviewde|haastateltava|participante|parent|child|mother|father|tester|panelist|panellist|attendee`,
);

/** Voices that belong to nobody the study is about. */
const OTHER_WORDS = words(
  `jingle|music|narrator|announcer|operator|audience|all|everyone|both|unknown|unidentified|translator|interpreter|
  transcriber|transcriptionist|clip|recording|video|audio|voiceover|voice-over|automated voice|system|bot|chat|
  horse js|extract begins|extract ends|crowd|group|crosstalk|overtalk`,
);

/** Neutral words for a voice: they make a strong label and say nothing about the role. */
const VOICE_WORDS = words(
  `speaker|spk|person|man|woman|male|female|voice|male voice|female voice|caller|member|spk_|s|locuteur|locutor|sprecher|
  sprecherin|unknown speaker|male speaker|female speaker|unidentified speaker|audience member|speaker_`,
);

/** Words before a colon that begin a sentence, an address or a field, not a speaker's turn. */
const NEVER_LABELS = words(
  `note|notes|nb|n.b|ps|p.s|eg|e.g|ie|i.e|example|for example|for instance|such as|http|https|ftp|mailto|file|www|url|
  link|links|source|sources|doi|isbn|issn|warning|important|caution|tip|hint|remark|todo|to do|fixme|update|edit|date|time|
  start|end|start time|end time|duration|length|location|place|venue|title|subtitle|topic|topics|subject line|project|
  study|version|author|authors|editor|copyright|license|licence|keywords|tags|summary|abstract|introduction|conclusion|
  background|method|methods|methodology|results|discussion|references|appendix|contents|table of contents|agenda|
  attendees|participants|participants and data collected|speakers|present|recorded|recording date|recorded on|transcript|
  transcribed by|transcription|language|file name|filename|format|kind|status|id number|interview|interview date|
  interview id|from|to|cc|bcc|sent|re|fwd|the following|as follows|in short|in summary|in other words|in fact|that is|
  namely|the point is|the question is|first|second|third|firstly|secondly|finally|also|and|but|so|because|then|however|
  therefore|or|yes|no|ok|okay|yeah|well|right|again|anyway|plus|result|reason|goal|goals|aim|aims|problem|solution|
  step|figure|table|chapter|section|part one|part two|remember|correct|attention|action items|next steps|pros|cons|
  webvtt|region|style|outline|key findings|findings|objective|objectives|research question|research questions`,
);

/** Short answers that stand on a line of their own and must not be taken for names. */
const UTTERANCES = words(
  `yes|no|yeah|yep|yup|nope|ok|okay|right|sure|exactly|thanks|thank you|hello|hi|hey|bye|goodbye|great|good|fine|true|
  correct|absolutely|definitely|totally|indeed|really|wow|oh|ah|um|uh|hmm|mm|mhm|mm-hmm|mm-hm|mhmm|uh-huh|huh|cool|
  perfect|nice|sorry|please|maybe|alright|all right|i see|of course|got it|interesting|laughter|laughs|silence|pause|
  music|applause|inaudible|crosstalk|oui|non|merci|d'accord|ja|nein|danke|si|gracias|claro|welcome|awesome|amen|
  login fine|not clear|clear|easy|done|nothing`,
);

/** Sounds and gestures in brackets: part of what was said or heard, never a speaker. */
const STAGE_DIRECTION =
  /^(?:laugh|chuckl|giggl|music|applaus|clap|inaudible|unintelligible|cross-?talk|overtalk|silence|pause|cough|sigh|noise|sound|beep|bleep|phone|ring|intro|outro|foreign|speaking|sic|redacted|anonymi|name|indistinct|static|background|singing|cheer|sneez|snort|whisper|break|end|begin|start|\.\.\.|…|♪)/u;

/** Labels that stand for a gap in the recording when nothing but a time follows them. */
const PAUSE_LABELS = words(
  `break|short break|coffee break|lunch break|intermission|pause|intro|outro|ad|ads|ad break|advert|advertisement|
  commercial|commercial break|sponsor|sponsors|sponsor break|sponsorship|end of recording|recording stopped|
  recording paused|recording resumed|pausa|unterbrechung`,
);

export type RoleWord = 'interviewer' | 'participant' | 'other' | 'voice';

/** The role that a label's own words name, with any number after them ("Interviewer 2", "P07", "SPEAKER_00"); null if none. */
export function roleWordOf(label: string): RoleWord | null {
  const folded = trimCharacters(foldForSearch(label), /[.\s]/u, 'end');
  if (OTHER_WORDS.has(folded)) return 'other';
  const bare = folded.replace(/[\s_#.-]{0,3}(?:no\.? ?)?\d{0,4}[a-d]?$/u, '');
  for (const candidate of [folded, bare]) {
    if (INTERVIEWER_WORDS.has(candidate)) return 'interviewer';
    if (PARTICIPANT_WORDS.has(candidate)) return 'participant';
    if (VOICE_WORDS.has(candidate)) return 'voice';
  }
  const inside = folded.split(/[^\p{L}]+/u);
  if (inside.some((word) => word.length > 3 && INTERVIEWER_WORDS.has(word))) return 'interviewer';
  if (inside.some((word) => word.length > 6 && PARTICIPANT_WORDS.has(word))) return 'participant';
  return inside.some((word) => word === 'speaker') ? 'voice' : null;
}

/** A word before a colon that is never a speaker ("Note:", "http:", "For example:"). */
export function isNeverLabel(label: string): boolean {
  return NEVER_LABELS.has(foldForSearch(label).trim());
}

/** A short answer ("Yeah", "Thank you"), with or without a full stop. */
export function isUtterance(line: string): boolean {
  return UTTERANCES.has(trimCharacters(foldForSearch(line), /[.!,?]/u, 'end').trim());
}

/** What stands in brackets is a sound or a gesture ("laughter", "inaudible"). */
export function isStageDirection(content: string): boolean {
  return STAGE_DIRECTION.test(foldForSearch(content).trim());
}

/** A label that marks a gap in the recording ("Break", "Outro"). */
export function isPauseLabel(label: string): boolean {
  return PAUSE_LABELS.has(foldForSearch(label).trim());
}
