// English words that say nothing about a topic: grammar, and the fillers of spoken language.

const GRAMMAR = `
a about above across after again against ago all almost along already also although always am among an and another any anybody
anyone anything anyway anywhere are aren't around as at away back be became because become been before behind being below besides
between beyond both but by can can't cannot come comes coming could couldn't did didn't do does doesn't doing don't done down
during each either else enough especially etc even ever every everybody everyone everything everywhere except few for from further
get gets getting given go goes going gone gonna got gotten had hadn't has hasn't have haven't having he he'd he'll he's hence her
here here's hers herself him himself his how how's however i i'd i'll i'm i've if in indeed instead into is isn't it it'd it'll
it's its itself just keep kept less let let's lets made make makes making many may maybe me might mine more most mostly much must
mustn't my myself near need neither never nevertheless no nobody none nor not nothing now nowhere of off often on once one ones
only onto or other others otherwise ought our ours ourselves out over own per perhaps put quite rather s same she she'd she'll
she's should shouldn't since so some somebody somehow someone something sometimes somewhere soon still such t take taken takes
taking than that that'd that'll that's the their theirs them themselves then there there's therefore these they they'd they'll
they're they've this those though through throughout thus till to together too took toward towards two under unless until up upon
us use used uses using usually various very via was wasn't we we'd we'll we're we've well went were weren't what what's whatever
when whenever where whereas wherever whether which while who who's whoever whole whom whose why will with within without won't
would wouldn't yes yet you you'd you'll you're you've your yours yourself yourselves
`;

// Counting, praising and vague nouns: with them groups would form around "first", "nice" and "stuff".
const VAGUE = `
able awesome bad bunch came cool couple eight first five four good great interesting nice nine people second seven six stuff ten
third three tried tries try trying way ways
`;

const SPOKEN = `
ah aha actually alright aw basically bit cause certainly crosstalk cuz definitely dunno eh em er erm ehm exactly fine fairly
gotcha guess guys ha hey hi hm hmm honestly huh inaudible kind kinda know knew known laughing laughs laughter like literally look
looked looking looks lot lots mean meant mhm mm mmm nah nope obviously oh ok okay ooh oops ouch uh-huh please pretty probably
really right said saw say saying says see seeing seem seemed seems seen sense simply sort sorta suppose sure surely tell thank
thanks thing things think thinking thinks thought told totally truly uh uhm um umm very wanna want wanted wants whatnot whoa wow
y'all ya yeah yep yup
`;

// Apostrophes are also lost in typing and in captions: "dont", "im".
const WITH_APOSTROPHE = `${GRAMMAR} ${SPOKEN} ${VAGUE}`.split(/\s+/).filter((word) => word !== '');
// Without it these are other words: "hell", "ill", "were".
const AMBIGUOUS_WITHOUT = new Set(["he'll", "i'll", "i'd", "it's", "let's", "she'd", "she'll", "we'd", "we'll", "we're", "who's", "won't"]);

const STOP_WORDS: ReadonlySet<string> = new Set([
  ...WITH_APOSTROPHE,
  ...WITH_APOSTROPHE.filter((word) => word.includes("'") && !AMBIGUOUS_WITHOUT.has(word)).map((word) => word.replaceAll("'", '')),
]);

/** True for a lower-case word (with a straight apostrophe, if any) that says nothing about a topic. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
