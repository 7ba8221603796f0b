import { type Database, type Statement, statement } from '../database.ts';

/** Part of the job that deletes an entry: what only it has played is to be removed. */
export function abandonedTakes({ builder }: Database, entryId: string): readonly Statement[] {
  const ofEntry = builder
    .updateTable('take')
    .where('state', 'in', ['open', 'closed'])
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('take.webcast_id', 'take.generation'),
        'in',
        selectFrom('recording_take')
          .select(['recording_take.webcast_id', 'recording_take.generation'])
          .where('recording_take.entry_id', '=', entryId)
          .$asTuple('webcast_id', 'generation'),
      ),
    );
  return [
    // Waits for whoever gives one of them to another entry at this moment: the next statement then sees that.
    statement(ofEntry.set(({ ref }) => ({ state: ref('state') }))),
    statement(
      ofEntry
        .set({ state: 'removing' })
        .where(({ exists, not, selectFrom }) =>
          not(
            exists(
              selectFrom('recording_take')
                .select('recording_take.position')
                .whereRef('recording_take.webcast_id', '=', 'take.webcast_id')
                .whereRef('recording_take.generation', '=', 'take.generation')
                .where('recording_take.entry_id', '!=', entryId),
            ),
          ),
        ),
    ),
    statement(builder.deleteFrom('recording_take').where('entry_id', '=', entryId)),
    statement(builder.deleteFrom('recording_cut').where('entry_id', '=', entryId)),
    statement(builder.deleteFrom('kept_recording').where('entry_id', '=', entryId)),
  ];
}
