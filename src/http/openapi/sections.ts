/** The sections of the document, in their order, each with what it is about. */
export const SECTIONS = {
  State: 'What was so on a day, as known at a position in the log.',
  Timeline: 'What happened, and how it came to be told that way.',
  Feeds: 'The same for feed readers, calendars and spreadsheets.',
  Developments: 'Recording what happened, and changing what was recorded. Nothing is lost: every version stays.',
  Registry: 'Who and what developments speak of, the matters they belong to, and what can be recorded.',
  Import: 'Many statements at once.',
  Log: 'The record itself, event by event.',
  Assistants: 'The same questions as tools of the Model Context Protocol.',
  Service: 'How the service is, and how it describes itself.',
} as const;

export type Section = keyof typeof SECTIONS;
