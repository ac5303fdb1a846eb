// What keeps leaders from listening to customers, and what helps against it: our own wording.
import type { ObstacleKey } from '#shared/model/records/assessment';

export interface Obstacle {
  /** As it is said by those who are kept from listening. */
  words: string;
  /** What to do about it, one step that can be taken this month. */
  remedy: string;
}

export const OBSTACLES: Readonly<Record<ObstacleKey, Obstacle>> = {
  'no-time': {
    words: 'There is no time for it',
    remedy: 'Keep one hour every second week free, and begin by sitting in on a conversation that somebody else leads.',
  },
  'know-already': {
    words: 'We know our customers already',
    remedy: 'Let each write down what customers will say, with how sure they are, and compare it with the next five conversations.',
  },
  'numbers-suffice': {
    words: 'The figures tell us enough',
    remedy: 'Take the last figure that surprised anybody and ask three people what happened; put their words beside the chart.',
  },
  'sales-speaks-for-them': {
    words: 'Sales and support speak for the customer',
    remedy: 'Invite them to bring one story each, and go along once: what is said when nothing is being sold is something else.',
  },
  'fear-of-findings': {
    words: 'The findings might embarrass somebody',
    remedy: 'Acknowledge first what each department protects, and agree before the interviews what will change if it is heard.',
  },
  'too-few-people': {
    words: 'A few conversations prove nothing',
    remedy: 'Agree beforehand how many people would be enough, count people and not quotes, and say openly where it is thin.',
  },
  'hard-to-reach': {
    words: 'Our customers cannot be reached',
    remedy: 'Begin with those who like you, ask each for one introduction, and offer half an hour at a time that suits them.',
  },
  'research-is-a-department': {
    words: 'Listening is the research team’s job',
    remedy: 'Make everybody who decides a listener: two conversations a month each, with the team to prepare and to keep the notes.',
  },
  'loudest-customer': {
    words: 'The largest or loudest customer decides',
    remedy: 'Note it as one voice with its weight, and set the pattern of all the others beside it before anything is decided.',
  },
  'comes-too-late': {
    words: 'It always comes too late for the decision',
    remedy: 'Tie the next round to a decision with a date, and let no gate be passed without what was heard in the weeks before.',
  },
};
