/** The tables of this room. */
import { MeasurementRow, ObservationRow, PublishedObservationRow } from './numbers/measurement.entity.js';
import { NumberSetRow, VersionNumbersRow } from './numbers/number-set.entity.js';
import { PeopleCountRow, PeopleOutcomeRow, PublishedPeopleCountRow } from './numbers/people-outcome.entity.js';
import { UseReminderRow } from './reminders/reminder.entity.js';
import { RunRow, RunSummaryRow } from './runs/run.entity.js';

export const EVIDENCE_ENTITIES = [NumberSetRow, VersionNumbersRow, MeasurementRow, ObservationRow, PublishedObservationRow, PeopleOutcomeRow, PeopleCountRow, PublishedPeopleCountRow, RunRow, RunSummaryRow, UseReminderRow];
