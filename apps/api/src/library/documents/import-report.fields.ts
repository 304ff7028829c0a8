/** The SQL behind the report on a document: a part of the guarded draft, told only to its own institution. */
import { defineField, type FieldContext, literal } from '../../platform/selection/index.js';
import './import-report.type.js';

defineField('ResourceDraft', 'importReport', ({ source, viewer, statement, object }) =>
  (viewer.kind === 'PERSON' ? `case when ${source}.import_report is not null and ${source}.institution_id = ${statement.param(viewer.institutionId, 'uuid')} then ${object(`${source}.import_report`)} end` : 'null'));
for (const name of ['fileName', 'format', 'notes']) defineField('ImportReport', name, ({ source }) => `${source} -> ${literal(name)}`);
for (const name of ['kept', 'lost', 'filled', 'elsewhere']) defineField('ImportReport', name, (context) => listed(context, name));
for (const [type, names] of [['KeptOfDocument', ['part', 'count']], ['LostOfDocument', ['part', 'count', 'detail']], ['PlacedOfDocument', ['from', 'to']]] as const) {
  for (const name of names) defineField(type, name, ({ source }) => `${source} -> ${literal(name)}`);
}

function listed({ source, statement, object }: FieldContext, name: string): string {
  const item = statement.alias('told');
  return `(select coalesce(json_agg(${object(`${item}.value`)} order by ${item}.position), '[]'::json) from jsonb_array_elements(${source} -> ${literal(name)}) with ordinality ${item}(value, position))`;
}
