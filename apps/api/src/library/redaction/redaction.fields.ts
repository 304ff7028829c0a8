/** The SQL behind the record of redactions on a version. */
import { defineField, instantSql } from '../../platform/selection/index.js';

defineField('ResourceVersion', 'redactions', ({ source, statement, object }) => {
  const gone = statement.alias('gone');
  return `(select coalesce(json_agg(${object(gone)} order by ${gone}.decided_at, ${gone}.id), '[]'::json) from (
    select d.*, w.places from redacted_version w join redaction d on d.id = w.redaction_id where w.version_id = ${source}.id) ${gone})`;
});
for (const name of ['what', 'reason', 'marker', 'places']) defineField('Redaction', name, ({ source }) => `${source}.${name}`);
defineField('Redaction', 'decidedAt', ({ source }) => instantSql(`${source}.decided_at`));
