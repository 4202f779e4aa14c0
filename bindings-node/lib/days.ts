/** The day that a `Date` stands for; see `DayInput`. */
export function dayOf(date: Date): string | undefined {
  const time = date.getTime();
  const utc = time % 86_400_000 === 0;
  const year = utc ? date.getUTCFullYear() : date.getFullYear();
  if (!(year >= 0 && year <= 9999)) return undefined;
  const month = (utc ? date.getUTCMonth() : date.getMonth()) + 1;
  const day = utc ? date.getUTCDate() : date.getDate();
  const pad = (number: number, length: number) => String(number).padStart(length, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
