/** The SQL behind runs and their summary. */
import { apiIdSql } from '../../platform/ids/api-id.sql.js';
import { defineField, instantSql } from '../../platform/selection/index.js';

defineField('Run', 'id', ({ source }) => apiIdSql('run', `${source}.id`));
defineField('Run', 'versionNumber', ({ source }) => `(select tried.number from resource_version tried where tried.id = ${source}.version_id)`);
defineField('Run', 'startedAt', ({ source }) => instantSql(`${source}.started_at`));
defineField('Run', 'finishedAt', ({ source }) => instantSql(`${source}.finished_at`));
for (const [field, column] of Object.entries({ status: 'status', verdict: 'verdict', wouldRepeat: 'would_repeat', note: 'note' })) defineField('Run', field, ({ source }) => `${source}.${column}`);

for (const [field, column] of Object.entries({ tried: 'tried', worked: 'worked', mixed: 'mixed', noEffect: 'no_effect', running: 'running' })) {
  defineField('RunSummary', field, ({ source }) => `coalesce(${source}.${column}, 0)`);
}

defineField('Resource', 'runSummary', ({ source, statement, object }) => {
  const summary = statement.alias('summary');
  return `(select ${object(summary)} from (select) one left join run_summary ${summary} on ${summary}.resource_id = ${source}.id)`;
});

defineField('Resource', 'ourRuns', ({ source, statement, viewer, guard, object }) => {
  if (viewer.kind !== 'PERSON') return `'[]'::json`;
  guard();
  const run = statement.alias('run');
  return `(select coalesce(json_agg(${object(run)} order by ${run}.started_at desc, ${run}.id desc), '[]'::json) from run ${run} where ${run}.resource_id = ${source}.id and ${run}.institution_id = ${statement.param(viewer.institutionId, 'uuid')})`;
});
