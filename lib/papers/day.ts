/** A calendar day, `YYYY-MM-DD`. */
export type Day = `${number}-${number}-${number}`;

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Whether `text` has the form of a day and names one that exists (no 30th of February). */
export function isDay(text: unknown): text is Day {
  return (
    typeof text === 'string' &&
    DAY.test(text) &&
    new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
  );
}

/** The day in UTC that `time` (ms since epoch) falls on. */
export function dayOf(time: number): Day {
  return new Date(time).toISOString().slice(0, 10) as Day;
}
