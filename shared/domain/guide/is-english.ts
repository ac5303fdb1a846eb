// Tells whether a question is in English: only then can its wording be judged.

const ENGLISH = new Set(
  `the you your yours what how why when which whose do does did are were have has had can could would should tell me us about of to and that
   this these those it its with for from last time our we they them their he she his her if there been being any some more most not no yes
   don't didn't doesn't isn't aren't wasn't weren't haven't hasn't can't couldn't won't wouldn't shouldn't where who i my at on by or is a an please describe explain show walk think feel happened day`.split(
    /\s/,
  ),
);

/** Short words of neighbouring languages that no English sentence needs. */
const FOREIGN = new Set(
  `der die das und ist sind sie ihr ihre wie warum wann wer nicht mit auf ein eine einen haben hat oder zu den dem wurde können
   le la les des une est vous votre vos que qui quoi pourquoi comment quand avec dans pour pas sur avez
   el los las una es usted su sus qué cómo cuándo por para con cuál
   il lo gli uno che perché quando con per non come sono della
   het een de van wat waarom hoe wanneer niet heeft hebt jij jullie
   och är inte hur varför vad när som på ett var ikke hvor hvorfor hvad hva når med af av
   o os uma você como não com em czy jak nie w na się`.split(/\s/),
);

/** Words of a text in lower case, apostrophes straight: letters, digits and what stands inside a word. */
export function plainWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}\p{N}'-]+/gu) ?? []
  );
}

/** By the short words that every sentence needs: more English ones than foreign ones, and at least one in eight. */
export function isEnglish(text: string): boolean {
  const words = plainWords(text).filter((word) => /\p{L}/u.test(word));
  const english = words.filter((word) => ENGLISH.has(word)).length;
  const foreign = words.filter((word) => FOREIGN.has(word) && !ENGLISH.has(word)).length;
  return english > foreign && english * 8 >= words.length;
}
