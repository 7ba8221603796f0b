import { type Database, type Statement, statement } from './database.ts';

/** Part of the job that deletes an entry: what only it has played is to be removed. */
export function abandonedTakes({ builder }: Database, entryId: string): readonly Statement[] {
  return [
    statement(
      builder
        .updateTable('take')
        .set({ state: 'removing' })
        .where('state', 'in', ['open', 'closed'])
        .where(({ exists, not, selectFrom }) => {
          const references = selectFrom('recording_take')
            .select('recording_take.position')
            .whereRef('recording_take.webcast_id', '=', 'take.webcast_id')
            .whereRef('recording_take.generation', '=', 'take.generation');
          return exists(references.where('recording_take.entry_id', '=', entryId)).and(
            not(exists(references.where('recording_take.entry_id', '!=', entryId))),
          );
        }),
    ),
    statement(builder.deleteFrom('recording_take').where('entry_id', '=', entryId)),
  ];
}
