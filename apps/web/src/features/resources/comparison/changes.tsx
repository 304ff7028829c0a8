/** What changed, section by section. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../../graphql/generated';
import { Pairs } from '../../../ui/lists';
import { useWords } from '../../../ui/words';
import { type ChangedItem, type ChangedSection, changedSections, type Text } from './change-groups';
import { itemWords, summaryWords } from './change-words';
import { Marked } from './marked';

const CHANGE = graphql(`fragment Change_item on ContentChange {
  kind section { key label } item { id name placeBefore placeAfter } other { name }
  texts { fields { key label } place type runs { kind text } }
}`);

export type MaskedChange = FragmentType<typeof CHANGE>;
type Level = 2 | 4;

interface Props {
  readonly changes: readonly MaskedChange[];
  /** Of the words of the authors. */
  readonly language: string;
  /** How deep the headings of sections stand on the page. */
  readonly level?: Level;
}

export function Changes({ changes, language, level = 2 }: Props): ReactElement {
  const words = useWords();
  const sections = changedSections(unmask(CHANGE, changes));
  if (sections.length === 0) return <p className="lead"><Trans>Nothing changed: both say the same.</Trans></p>;
  return (
    <>
      <p className="lead">{summaryWords(sections, words)}.</p>
      {sections.map((section) => <SectionChanges key={section.key} section={section} language={language} level={level} />)}
    </>
  );
}

/** What one change is about: its section, and the step, variable or variant in it. */
export function ChangeName({ change, language }: { readonly change: MaskedChange; readonly language: string }): ReactElement {
  const { i18n } = useWords();
  const { section, item } = unmask(CHANGE, change);
  return <>{i18n._(section.label)}{item?.name == null ? null : <>: <span lang={language}>{item.name}</span></>}</>;
}

/** One change where something else names it: what was done, and which words. */
export function ChangeWords({ change, language }: { readonly change: MaskedChange; readonly language: string }): ReactElement {
  const words = useWords();
  const [section] = changedSections([unmask(CHANGE, change)]);
  const changed = section?.items[0];
  if (section === undefined || changed === undefined) return <Texts texts={section?.texts ?? []} language={language} />;
  return (
    <>
      <p className="small soft">{itemWords(section.key, changed, words)}</p>
      {changed.kinds.has('RENAMED') ? <p><Marked type="TEXT" runs={changed.name} language={language} /></p> : null}
      <Texts texts={changed.texts} language={language} />
    </>
  );
}

function SectionChanges({ section: { key, label, texts, items }, language, level }: { readonly section: ChangedSection; readonly language: string; readonly level: Level }): ReactElement {
  const { i18n } = useWords();
  const Heading = `h${level}` as const;
  return (
    <section className="changed" aria-labelledby={`h-${key}`}>
      <Heading id={`h-${key}`}>{i18n._(label)}</Heading>
      <Texts texts={texts} language={language} />
      {items.length === 0 ? null : <ul className="diff">{items.map((changed) => <ItemChanges key={changed.item.id} section={key} changed={changed} language={language} level={level} />)}</ul>}
    </section>
  );
}

function ItemChanges({ section, changed, language, level }: { readonly section: string; readonly changed: ChangedItem; readonly language: string; readonly level: Level }): ReactElement {
  const words = useWords();
  const Heading = level === 2 ? 'h3' : 'h5';
  const { name, texts } = changed;
  return (
    <li>
      <p className="small soft">{itemWords(section, changed, words)}</p>
      <Heading><Marked type="TEXT" runs={name} language={language} /></Heading>
      <Texts texts={texts} language={language} />
    </li>
  );
}

function Texts({ texts, language }: { readonly texts: readonly Text[]; readonly language: string }): ReactElement {
  const { i18n, say } = useWords();
  const [first] = texts;
  if (texts.length === 1 && first?.fields.length === 0 && first.place === null) return <p className="measure"><Marked type={first.type} runs={first.runs} language={language} /></p>;
  return <Pairs pairs={texts.map(({ fields, place, type, runs }, at) => ({ key: String(at), term: [...fields.map(({ label }) => i18n._(label)), ...(place === null ? [] : [say(msg`number ${place}`)])].join(', '), says: <Marked type={type} runs={runs} language={language} /> }))} />;
}
