/** What it takes to say how it went, and to be reminded to. */
import { graphql } from '../../../graphql/generated';

export const REPORTABLE = graphql(`query Reportable($slug: String!) {
  resource(slug: $slug) { id slug title language viewerCan { run } ourRuns { id status startedAt } }
}`);

export const BEGIN = graphql(`mutation BeginRun($input: StartRunInput!) { done: startRun(input: $input) { run { id } errors { message path } } }`);
export const REPORT = graphql(`mutation ReportRun($input: FinishRunInput!) { done: finishRun(input: $input) { run { id } errors { message path } } }`);

export const REMINDER = graphql(`query ReminderOf($slug: String!) { resource(slug: $slug) { id viewerCan { run } reminder { id dueOn } } }`);
export const REMIND = graphql(`mutation Remind($input: RemindToReportInput!) { done: remindToReport(input: $input) { reminder { id dueOn } errors { message } } }`);
export const FORGET = graphql(`mutation Forget($input: ReminderIdInput!) { done: cancelReminder(input: $input) { reminder { id } errors { message } } }`);
