// Calendar dates and times without a zone. ISO 8601, the proleptic Gregorian calendar, years 0001 to 9999, no leap seconds.
const FORMAT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether `text` is a date and time that exists: `2024-02-29T12:34:56`. */
export function isLocalDateTime(text: string): boolean {
  const [year, month, day, hour, minute, second] = FORMAT.exec(text)?.slice(1).map(Number) ?? [];
  return (
    year >= 1 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month) &&
    hour < 24 &&
    minute < 60 &&
    second < 60
  );
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : DAYS[month - 1];
}
