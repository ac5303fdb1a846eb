// Commands of the transcript editor.
import { type CommandContext, commands, type ContextFlag, onSurface } from '../command.ts';

type When = (context: CommandContext) => boolean;

/** While the edges of a snippet are adjusted, keys mean that and nothing else. */
const onEdges = onSurface('transcript', 'edgesOpen');
const reading =
  (...flags: ContextFlag[]): When =>
  (context) =>
    onSurface('transcript', ...flags)(context) && !context.has('edgesOpen');

const here = reading();
/** In the text, or in the bar that finds words in it. */
const finding: When = (context) => context.vaultOpen && context.has('findOpen') && !context.has('edgesOpen');
const onPlain: When = (context) => here(context) && !context.has('snippetCardOpen');
const onText = reading('textSelected');
const onSnippet = reading('snippetSelected');
const onEither: When = (context) => onText(context) || onSnippet(context);

export const TRANSCRIPT = commands([
  { id: 'transcript.nextTurn', title: 'Next turn', group: 'Transcript', keys: ['ArrowDown'], when: here, keyOnly: true },
  { id: 'transcript.previousTurn', title: 'Previous turn', group: 'Transcript', keys: ['ArrowUp'], when: here, keyOnly: true },
  { id: 'transcript.nextSentence', title: 'Next sentence', group: 'Transcript', keys: ['ArrowRight'], when: here, keyOnly: true },
  { id: 'transcript.previousSentence', title: 'Previous sentence', group: 'Transcript', keys: ['ArrowLeft'], when: here, keyOnly: true },
  { id: 'transcript.nextWord', title: 'Next word', group: 'Transcript', keys: ['Mod+ArrowRight'], when: here, keyOnly: true },
  { id: 'transcript.previousWord', title: 'Previous word', group: 'Transcript', keys: ['Mod+ArrowLeft'], when: here, keyOnly: true },
  { id: 'transcript.extendTurnDown', title: 'Extend by a turn', group: 'Transcript', keys: ['Shift+ArrowDown'], when: here, keyOnly: true },
  { id: 'transcript.extendTurnUp', title: 'Shorten by a turn', group: 'Transcript', keys: ['Shift+ArrowUp'], when: here, keyOnly: true },
  {
    id: 'transcript.extendSentence',
    title: 'Extend by a sentence',
    group: 'Transcript',
    keys: ['Shift+ArrowRight'],
    when: here,
    keyOnly: true,
  },
  {
    id: 'transcript.shrinkSentence',
    title: 'Shorten by a sentence',
    group: 'Transcript',
    keys: ['Shift+ArrowLeft'],
    when: here,
    keyOnly: true,
  },
  {
    id: 'transcript.extendWord',
    title: 'Extend by a word',
    group: 'Transcript',
    keys: ['Mod+Shift+ArrowRight'],
    when: here,
    keyOnly: true,
  },
  {
    id: 'transcript.shrinkWord',
    title: 'Shorten by a word',
    group: 'Transcript',
    keys: ['Mod+Shift+ArrowLeft'],
    when: here,
    keyOnly: true,
  },
  // Wherever the focus is: what the pointer brought up can be sent away without moving the pointer.
  {
    id: 'transcript.hideCard',
    title: 'Hide the card of the snippet',
    group: 'Transcript',
    keys: ['Escape'],
    when: (context) => context.has('snippetCardOpen') && !context.has('edgesOpen') && context.surface !== 'board',
    keyOnly: true,
  },
  { id: 'transcript.clearSelection', title: 'Clear the selection', group: 'Transcript', keys: ['Escape'], when: onPlain, keyOnly: true },
  { id: 'transcript.goToTurn', title: 'Go to turn or time…', group: 'Transcript', keys: ['Mod+G'], when: here },
  {
    id: 'transcript.find',
    title: 'Find in this transcript…',
    group: 'Transcript',
    keys: ['Mod+F'],
    when: (context) => here(context) || finding(context),
    whileTyping: true,
  },
  { id: 'transcript.findNext', title: 'Next place found', group: 'Transcript', keys: ['F3'], when: finding, whileTyping: true },
  {
    id: 'transcript.findPrevious',
    title: 'Previous place found',
    group: 'Transcript',
    keys: ['Shift+F3'],
    when: finding,
    whileTyping: true,
  },
  { id: 'transcript.filter', title: 'Filter by tag or speaker…', group: 'Transcript', keys: ['F'], when: here },
  { id: 'transcript.clearFilter', title: 'Clear the filter', group: 'Transcript', keys: ['Shift+F'], when: reading('filterOn') },
  { id: 'transcript.toggleLanes', title: 'Tag lanes: labels, stripes, off', group: 'Transcript', keys: ['L'], when: here },
  { id: 'transcript.mapSpeakers', title: 'Map speakers…', group: 'Transcript', keys: ['Shift+S'], when: here },
  { id: 'transcript.correctText', title: 'Correct the text of this turn', group: 'Transcript', keys: ['Shift+E'], when: here },
  { id: 'transcript.renameSpeaker', title: 'Rename speaker…', group: 'Transcript', keys: ['F2'], when: here },
  { id: 'transcript.review', title: 'Snippets that lost their place…', group: 'Transcript', when: here },
  { id: 'snippet.tag', title: 'Tag this…', group: 'Transcript', keys: ['T'], when: onEither },
  { id: 'snippet.quickTag1', title: 'Apply quick tag 1', group: 'Transcript', keys: ['1'], when: onEither, keyOnly: true },
  { id: 'snippet.quickTag2', title: 'Apply quick tag 2', group: 'Transcript', keys: ['2'], when: onEither, keyOnly: true },
  { id: 'snippet.quickTag3', title: 'Apply quick tag 3', group: 'Transcript', keys: ['3'], when: onEither, keyOnly: true },
  { id: 'snippet.quickTag4', title: 'Apply quick tag 4', group: 'Transcript', keys: ['4'], when: onEither, keyOnly: true },
  { id: 'snippet.quickTag5', title: 'Apply quick tag 5', group: 'Transcript', keys: ['5'], when: onEither, keyOnly: true },
  { id: 'snippet.quickTag6', title: 'Apply quick tag 6', group: 'Transcript', keys: ['6'], when: onEither, keyOnly: true },
  { id: 'snippet.quickTag7', title: 'Apply quick tag 7', group: 'Transcript', keys: ['7'], when: onEither, keyOnly: true },
  { id: 'snippet.quickTag8', title: 'Apply quick tag 8', group: 'Transcript', keys: ['8'], when: onEither, keyOnly: true },
  { id: 'snippet.quickTag9', title: 'Apply quick tag 9', group: 'Transcript', keys: ['9'], when: onEither, keyOnly: true },
  { id: 'snippet.tagTurn', title: 'Tag the whole turn…', group: 'Transcript', keys: ['W'], when: here },
  { id: 'snippet.tagSpeaker', title: 'Tag all that somebody says…', group: 'Transcript', keys: ['Shift+W'], when: here },
  { id: 'snippet.repeatTags', title: 'Repeat last tags', group: 'Transcript', keys: ['R'], when: onEither },
  { id: 'snippet.inVivo', title: 'Tag with its own words', group: 'Transcript', keys: ['V'], when: onText },
  { id: 'snippet.create', title: 'Mark without a tag', group: 'Transcript', keys: ['H'], when: onText },
  { id: 'snippet.note', title: 'Add a note', group: 'Transcript', keys: ['N'], when: onEither },
  { id: 'snippet.star', title: 'Star as key quote', group: 'Transcript', keys: ['S'], when: onSnippet },
  { id: 'snippet.addToBoard', title: 'Put on the board', group: 'Transcript', keys: ['B'], when: onSnippet },
  { id: 'snippet.useAsEvidence', title: 'Use as evidence for…', group: 'Transcript', keys: ['A'], when: onSnippet },
  { id: 'snippet.editEdges', title: 'Adjust start and end', group: 'Transcript', keys: ['E'], when: onSnippet },
  { id: 'snippet.join', title: 'Join with the snippet beside it', group: 'Transcript', keys: ['M'], when: onSnippet },
  { id: 'snippet.split', title: 'Split before the cursor', group: 'Transcript', keys: ['Shift+M'], when: onEither },
  { id: 'snippet.untag', title: 'Remove a tag…', group: 'Transcript', keys: ['X'], when: onSnippet },
  { id: 'snippet.delete', title: 'Remove snippet', group: 'Transcript', keys: ['Delete', 'Backspace'], when: onSnippet },
  { id: 'snippet.next', title: 'Next snippet', group: 'Transcript', keys: ['J'], when: here },
  { id: 'snippet.previous', title: 'Previous snippet', group: 'Transcript', keys: ['K'], when: here },
  { id: 'snippet.nextSameTag', title: 'Next with same tag', group: 'Transcript', keys: ['Shift+J'], when: onSnippet },
  { id: 'snippet.previousSameTag', title: 'Previous with same tag', group: 'Transcript', keys: ['Shift+K'], when: onSnippet },
  { id: 'snippet.cycleOverlap', title: 'Next snippet under the cursor', group: 'Transcript', keys: ['O'], when: reading('overlapHere') },
  { id: 'snippet.details', title: 'Open snippet in inspector', group: 'Transcript', keys: ['Enter'], when: onSnippet },
  { id: 'snippet.copyQuote', title: 'Copy quote with source', group: 'Transcript', keys: ['Mod+C'], when: onEither },
  { id: 'edges.nextWord', title: 'Edge on by a word', group: 'Transcript', keys: ['ArrowRight'], when: onEdges, keyOnly: true },
  { id: 'edges.previousWord', title: 'Edge back by a word', group: 'Transcript', keys: ['ArrowLeft'], when: onEdges, keyOnly: true },
  { id: 'edges.nextLetter', title: 'Edge on by a letter', group: 'Transcript', keys: ['Shift+ArrowRight'], when: onEdges, keyOnly: true },
  {
    id: 'edges.previousLetter',
    title: 'Edge back by a letter',
    group: 'Transcript',
    keys: ['Shift+ArrowLeft'],
    when: onEdges,
    keyOnly: true,
  },
  { id: 'edges.swap', title: 'The other edge', group: 'Transcript', keys: ['Tab'], when: onEdges, keyOnly: true },
  { id: 'edges.keep', title: 'Keep the edges', group: 'Transcript', keys: ['Enter'], when: onEdges, keyOnly: true },
  { id: 'edges.cancel', title: 'Put the edges back', group: 'Transcript', keys: ['Escape'], when: onEdges, keyOnly: true },
]);
