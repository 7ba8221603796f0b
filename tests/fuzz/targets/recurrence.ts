import { ApiError } from '../../../packages/api/src/errors/api-error.ts';
import { MAX_OCCURRENCES, occurrencesOf } from '../../../packages/api/src/schedule/occurrences.ts';
import { coerce } from '../../../packages/api/src/schema/coerce.ts';
import { object } from '../../../packages/api/src/schema/kinds.ts';
import type { RawObject } from '../../../packages/api/src/schema/parameters.ts';
import {
  type RecurrenceValue,
  ScheduleEventRecurrence,
} from '../../../packages/api/src/schema/schedule.ts';
import type { FuzzTarget } from '../target.ts';

const START_S = 1_800_000_000;

/** Rules by which events repeat: read into a bounded list of times, or refused with a code. */
const target: FuzzTarget = {
  name: 'recurrence',
  seeds: () =>
    [
      '{"frequency":"weeks","count":"4","byDay":"MO,-1FR","timeZone":"Europe/Berlin","weekStartDay":"MO"}',
      '{"frequency":"years","interval":2,"byMonth":"2","byMonthDay":"29,-1","byHour":"9","until":1850000000}',
      '{"frequency":"months","byDay":"1MO","byOffset":"-1","byMinute":"0,30","bySecond":"5"}',
      '{"frequency":"days","byYearDay":"1,-1","byWeekNumber":"53"}',
    ].map((text) => Buffer.from(text)),
  run(bytes) {
    let raw: unknown;
    try {
      raw = JSON.parse(Buffer.from(bytes).toString('utf8'));
    } catch {
      return;
    }
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return;
    try {
      const kind = object(ScheduleEventRecurrence);
      const rule = coerce(kind, raw as RawObject, 'recurrence', START_S) as RecurrenceValue;
      const starts = occurrencesOf(rule, START_S);
      if (starts.length > MAX_OCCURRENCES) throw new Error(`${starts.length} times`);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  },
};

export default target;
