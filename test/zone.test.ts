import { expect, test } from "vitest";
import { isZone, localTime, readTime, showTime } from "../src/zone.ts";

test.each([
  ["2026-11-24T23:30:00Z", "Europe/Berlin", "2026-11-25", 30],
  ["2026-07-24T22:30:00Z", "Europe/Berlin", "2026-07-25", 30],
  ["2026-11-24T00:00:00Z", "UTC", "2026-11-24", 0],
  ["2026-11-24T05:59:00Z", "America/Chicago", "2026-11-23", 23 * 60 + 59],
  ["2026-11-24T18:30:00Z", "Asia/Kolkata", "2026-11-25", 0],
  ["2026-11-24T11:00:00Z", "Pacific/Auckland", "2026-11-25", 0],
] as const)("%s in %s", (moment, zone, day, minutes) => {
  expect(localTime(new Date(moment), zone)).toEqual({ day, minutes });
});

test("a zone is one that the clock knows", () => {
  for (const zone of ["Europe/Berlin", "UTC", "Asia/Tokyo", "america/new_york"])
    expect(isZone(zone), zone).toBe(true);
  for (const zone of ["", "Mars/Olympus", "Berlin", "18:00", "__proto__"])
    expect(isZone(zone), zone).toBe(false);
});

test.each([
  ["9", 540],
  ["9:00", 540],
  ["09.30", 570],
  [" 18:05 ", 1_085],
  ["0:00", 0],
  ["23:59", 1_439],
  ["9pm", 1_260],
  ["12am", 0],
  ["12:30 PM", 750],
  ["24:00", undefined],
  ["9:60", undefined],
  ["13pm", undefined],
  ["0pm", undefined],
  ["-1", undefined],
  ["9:0", undefined],
  ["noon", undefined],
  ["", undefined],
])("“%s” is %s minutes after midnight", (text, minutes) => {
  expect(readTime(text)).toBe(minutes);
});

test("a time is shown as it can be read again", () => {
  for (const minutes of [0, 5, 540, 1_439]) expect(readTime(showTime(minutes))).toBe(minutes);
  expect(showTime(545)).toBe("09:05");
});
