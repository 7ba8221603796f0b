import { RECORDED_AS } from '../../cue-points/cue-point.ts';
import { type Database, type Statement, statement } from '../database.ts';

/** Part of the job that deletes an entry: its cue points go, and what is recorded of them. */
export function removedCuePoints({ builder }: Database, entryId: string): readonly Statement[] {
  return [
    statement(
      builder
        .deleteFrom('metadata')
        .where('object_id', 'in', (eb) =>
          eb.selectFrom('cue_point').select('cue_point.id').where('entry_id', '=', entryId),
        )
        .where('object_type', 'in', Object.keys(RECORDED_AS)),
    ),
    statement(builder.deleteFrom('cue_point').where('entry_id', '=', entryId)),
  ];
}
