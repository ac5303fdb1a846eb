// Words with capitals that name nobody, and the endings of companies' names.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const CALENDAR = words(`
 monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
 jan feb mar apr jun jul aug sep sept oct nov dec god christmas easter ok okay mr mrs ms dr english french german spanish italian dutch american british european i i'm i'd i've i'll i’m i’d i’ve i’ll`);

const COMPANY_ENDINGS = words('ltd limited inc corp corporation llc plc gmbh ag kg se sa sas sarl bv nv ab oy as aps pty llp group');

/** True for lower-case words such as days, months and languages. */
export function isCalendarWord(word: string): boolean {
  return CALENDAR.has(word) || (word.endsWith('s') && CALENDAR.has(word.slice(0, -1)));
}

/** True for what stands at the end of a company's name: Ltd, GmbH, Inc. */
export function isCompanyEnding(word: string): boolean {
  return COMPANY_ENDINGS.has(word.toLowerCase());
}
