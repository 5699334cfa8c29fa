/** A moment as a clock and a calendar on the wall show it. */
export interface LocalTime {
  /** As 2026-11-24. */
  readonly day: string;
  /** After midnight. */
  readonly minutes: number;
}

/** What time it is somewhere. Throws a RangeError for a zone that there is not. */
export const localTime = (moment: Date, zone: string): LocalTime => {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)!.value;
  return {
    day: `${part("year")}-${part("month")}-${part("day")}`,
    minutes: Number(part("hour")) * 60 + Number(part("minute")),
  };
};

/** Whether there is such a zone: Europe/Berlin, UTC. */
export const isZone = (zone: string): boolean => {
  try {
    return localTime(new Date(0), zone) !== undefined;
  } catch {
    return false;
  }
};

/** Minutes after midnight from 9, 9:00, 09:30 or 9pm; undefined for what is no time of the day. */
export const readTime = (text: string): number | undefined => {
  const [, hours, minutes = "0", half] = /^(\d{1,2})(?:[:.](\d{2}))?\s*([ap]m)?$/i.exec(text.trim()) ?? [];
  if (hours === undefined || Number(minutes) > 59) return undefined;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0);
  const isHalf = half === undefined || (Number(hours) >= 1 && Number(hours) <= 12);
  return hour > 23 || !isHalf ? undefined : hour * 60 + Number(minutes);
};

export const showTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
