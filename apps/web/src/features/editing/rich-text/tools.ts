/** The buttons of a rich-text field, in groups, with the keys that do the same. */
import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { IconName } from '../../../ui/icon';
import type { Command } from './commands';

export type Act = Command | 'LINK' | 'IMAGE';

export interface Tool {
  readonly act: Act;
  readonly icon: IconName;
  readonly label: MessageDescriptor;
  /** The name under which it is active; a tool without one cannot be on. */
  readonly active?: string;
  readonly keys?: string;
}

const TEXT: readonly Tool[] = [
  { act: 'HEADING', icon: 'h2', label: msg`Heading`, active: 'heading2', keys: 'Control+Alt+2' },
  { act: 'SUBHEADING', icon: 'h3', label: msg`Smaller heading`, active: 'heading3', keys: 'Control+Alt+3' },
  { act: 'STRONG', icon: 'bold', label: msg`Bold`, active: 'strong', keys: 'Control+B' },
  { act: 'EM', icon: 'italic', label: msg`Italic`, active: 'em', keys: 'Control+I' },
  { act: 'LINK', icon: 'link', label: msg`Link`, active: 'link', keys: 'Control+K' },
];
const LISTS: readonly Tool[] = [
  { act: 'BULLETS', icon: 'bullets', label: msg`Bullet list`, active: 'bullet_list', keys: 'Control+Shift+8' },
  { act: 'NUMBERS', icon: 'numbers', label: msg`Numbered list`, active: 'ordered_list', keys: 'Control+Shift+7' },
  { act: 'CHECKLIST', icon: 'tasks', label: msg`Checklist`, active: 'task_list', keys: 'Control+Shift+9' },
];
const BLOCKS: readonly Tool[] = [
  { act: 'QUOTE', icon: 'quote', label: msg`Quotation`, active: 'blockquote', keys: 'Control+Shift+B' },
  { act: 'NOTE', icon: 'note', label: msg`Call-out: note`, active: 'note' },
  { act: 'TIP', icon: 'tip', label: msg`Call-out: tip`, active: 'tip' },
  { act: 'WARNING', icon: 'warn', label: msg`Call-out: take care`, active: 'warning' },
  { act: 'TABLE', icon: 'table', label: msg`Table` },
  { act: 'IMAGE', icon: 'image', label: msg`Image`, active: 'image' },
];
const HISTORY: readonly Tool[] = [
  { act: 'UNDO', icon: 'undo', label: msg`Undo`, keys: 'Control+Z' },
  { act: 'REDO', icon: 'redo', label: msg`Redo`, keys: 'Control+Shift+Z' },
];
/** In place of the tools for blocks, while the caret stands in a table. */
const IN_TABLE: readonly Tool[] = [
  { act: 'ROW_AFTER', icon: 'row-add', label: msg`Add a row below` },
  { act: 'COLUMN_AFTER', icon: 'column-add', label: msg`Add a column after` },
  { act: 'REMOVE_ROW', icon: 'row-less', label: msg`Remove this row` },
  { act: 'REMOVE_COLUMN', icon: 'column-less', label: msg`Remove this column` },
  { act: 'REMOVE_TABLE', icon: 'trash', label: msg`Remove the table` },
];

export function toolsFor(active: ReadonlySet<string>): readonly (readonly Tool[])[] {
  return active.has('table') ? [TEXT.filter(({ act }) => act !== 'HEADING' && act !== 'SUBHEADING'), IN_TABLE, HISTORY] : [TEXT, LISTS, BLOCKS, HISTORY];
}
